import { Component, type ReactNode } from "react";
import { useText } from "../text/use-text.ts";
import { mendStyles } from "./mend-styles.ts";
import "./part-boundary.css";

/** A part of the page whose code or styles did not come. */
export class PartMissing extends Error {}

type Failure = "missing" | "fault";

const MOST_REMOUNTS = 1000;

/** A translation of the browser moves texts of the page; a part that stumbles over one is made anew, and nothing is to be said. */
function isMoved(error: unknown): boolean {
  const { name, message } = Object(error) as Partial<Error>;
  return name === "NotFoundError" || /is not a child of this node/.test(message ?? "");
}

/** What may be done about a part that failed. */
interface Ways {
  /** What has to be made anew before the part is shown again. */
  readonly onRetry?: () => void;
  /** Leaves the part closed, where it can be. */
  readonly onClose?: () => void;
}

/** Keeps what fails in one part from taking the page with it: a sentence stands in its place, with ways to go on. */
export class PartBoundary extends Component<
  Ways & { readonly children: ReactNode },
  { readonly failure: Failure | "moved" | null }
> {
  override state: { readonly failure: Failure | "moved" | null } = { failure: null };
  #remounts = 0;

  static getDerivedStateFromError(error: unknown) {
    if (isMoved(error)) return { failure: "moved" };
    return { failure: error instanceof PartMissing ? "missing" : "fault" };
  }

  override componentDidUpdate() {
    if (this.state.failure !== "moved") return;
    this.setState({ failure: this.#remounts++ < MOST_REMOUNTS ? null : "fault" });
  }

  override render() {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    if (failure === "moved") return null;
    return (
      <PartFailed
        failure={failure}
        onRetry={() => void this.#again()}
        onClose={this.props.onClose}
      />
    );
  }

  async #again(): Promise<void> {
    await mendStyles(document);
    this.props.onRetry?.();
    this.setState({ failure: null });
  }
}

function PartFailed({ failure, onRetry, onClose }: Ways & { readonly failure: Failure }) {
  const text = useText().app;
  return (
    <div className="part-failed" role="alert">
      <p>{text.parts[failure]}</p>
      <p className="part-actions">
        <button type="button" className="button" onClick={onRetry}>
          {text.tryAgain}
        </button>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {text.parts.reload}
        </button>
        {onClose && (
          <button type="button" className="button" onClick={onClose}>
            {text.dismiss}
          </button>
        )}
      </p>
    </div>
  );
}
