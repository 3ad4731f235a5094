import type { Problem } from "../../ingest/table.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { useText } from "../../ui/text/use-text.ts";

const MOST = 20;

/** Problems of a file, errors first, each as a sentence that says where, what was expected and what was there. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const text = useText();
  const shown = problems.slice(0, MOST);
  if (problems.length === 0) return null;
  return (
    <ul className="problems">
      {shown.map((problem) => {
        const sentence = problemText(problem, text);
        return (
          <li key={sentence} className={`problem problem-${problem.severity}`}>
            {sentence}
          </li>
        );
      })}
      {problems.length > MOST && (
        <li className="problem">{text.data.problems.more(String(problems.length - MOST))}</li>
      )}
    </ul>
  );
}

function problemText(problem: Problem, text: Catalogue): string {
  return text.problems[problem.code](problem);
}
