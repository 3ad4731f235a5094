import { useText } from "./text/use-text.ts";
import "./text-button.css";
import "./worker-trouble.css";

/** Says why work beside the page came to no end, with a way to try it again. */
export function WorkerTrouble({
  why,
  job,
  onAgain,
}: {
  why: "crashed" | "missing" | "unable";
  /** What came to no end. */
  job: "counting" | "scoring" | "training" | "answers";
  /** Default no way. */
  onAgain?: () => void;
}) {
  const text = useText().workers;
  return (
    <div className="worker-trouble" role="alert">
      <p>{why === "crashed" ? text.crashed[job] : text[why]}</p>
      {onAgain && why !== "unable" && (
        <button type="button" className="text-button" onClick={onAgain}>
          {text.tryAgain}
        </button>
      )}
    </div>
  );
}
