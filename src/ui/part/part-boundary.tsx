import { Component, type ReactNode } from "react";
import { useText } from "../text/use-text.ts";
import { mendStyles } from "./mend-styles.ts";
import "./part-boundary.css";

/** A part of the page whose code or styles did not come. */
export class PartMissing extends Error {}

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
  { readonly failure: "missing" | "fault" | null }
> {
  override state = { failure: null };

  static getDerivedStateFromError(error: unknown) {
    return { failure: error instanceof PartMissing ? "missing" : "fault" };
  }

  override render() {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
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

function PartFailed({
  failure,
  onRetry,
  onClose,
}: Ways & { readonly failure: "missing" | "fault" }) {
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
