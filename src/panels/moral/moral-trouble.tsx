import { useText } from "../../ui/text/use-text.ts";
import { WorkerTrouble } from "../../ui/worker-trouble.tsx";
import { useDesk, useMoral } from "./kit/moral-desk.ts";

/** Says that questions are no longer answered, or that the judge was not trained, and offers to try again. */
export function MoralTrouble() {
  const { startAgain, train } = useDesk();
  const trouble = useMoral((s) => s.trouble);
  const untrained = useMoral((s) => s.untrained);
  return (
    <div className="moral-troubles">
      {trouble === "changed" && <Changed />}
      {trouble && trouble !== "changed" && (
        <WorkerTrouble why={trouble} job="answers" onAgain={startAgain} />
      )}
      {untrained && (
        <WorkerTrouble why={untrained.why} job="training" onAgain={() => train(untrained.source)} />
      )}
    </div>
  );
}

function Changed() {
  const text = useText();
  const name = useMoral((s) => s.set?.name ?? "");
  return (
    <div className="worker-trouble" role="alert">
      <p>{text.workers.changed(name)}</p>
    </div>
  );
}
