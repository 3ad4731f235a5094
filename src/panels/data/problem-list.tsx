import type { Problem } from "../../ingest/table/table.ts";
import type { Catalogue } from "../../ui/text/en.ts";
import { useText } from "../../ui/text/use-text.ts";

const MOST = 20;

/** Problems, errors first, each as a sentence that says where, what was expected and what was there; `under` is a file that a heading names. */
export function ProblemList({ problems, under }: { problems: readonly Problem[]; under: string }) {
  const text = useText();
  const firstProblems = problems.slice(0, MOST);
  if (problems.length === 0) return null;
  return (
    <ul className="problems">
      {firstProblems.map((problem) => {
        const sentence = problemText(problem, text, under);
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

/** A problem in words, without the file where a heading names it. */
export function problemText(problem: Problem, text: Catalogue, under: string): string {
  const { file, ...rest } = problem;
  return text.problems[problem.code](file === under ? rest : problem);
}
