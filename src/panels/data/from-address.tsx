import { useId, useState } from "react";
import { useStore } from "zustand";
import { formatMegabytes } from "../../ui/format.ts";
import { useText } from "../../ui/text/use-text.ts";
import { useDataActions } from "./data-actions.ts";
import type { FetchProblem } from "./import-store.ts";
import { PAPER_FILES } from "./paper-files.ts";
import "./from-address.css";

/** A file from an address that the user types, or from the paper's repository; says who is asked, and what went wrong. */
export function FromAddress() {
  const words = useText();
  const text = words.data.address;
  const { fetchFile } = useDataActions();
  const [typed, setTyped] = useState("");
  const id = useId();
  const ask = (address: string) => {
    setTyped(address);
    fetchFile(address);
  };
  return (
    <section className="data-section" aria-labelledby="from-address">
      <h3 id="from-address">{text.title}</h3>
      <form
        className="address-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ask(typed);
        }}
      >
        <label className="visually-hidden" htmlFor={id}>
          {text.label}
        </label>
        <input
          id={id}
          className="text-field address-field"
          type="url"
          maxLength={2000}
          placeholder={text.example}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" className="button" disabled={typed.trim() === ""}>
          {text.fetch}
        </button>
      </form>
      <Failure />
      <p className="muted">{text.note}</p>
      <p className="muted">{text.paper(new URL(PAPER_FILES[0].address).host)}</p>
      <p className="address-papers">
        {PAPER_FILES.map(({ sample, address, bytes }) => (
          <button key={sample} type="button" className="text-button" onClick={() => ask(address)}>
            {text.paperFile(words.app.data.sampleNames[sample], formatMegabytes(bytes))}
          </button>
        ))}
      </p>
    </section>
  );
}

function Failure() {
  const text = useText().data;
  const { imports } = useDataActions();
  const state = useStore(imports);
  if (state.phase !== "unfetched") return null;
  return (
    <div className="data-outcome" role="alert">
      <p>
        <strong className="address-asked">{text.address.failed(state.address)}</strong>{" "}
        {sentence(state.problem, text.address.failures)}
      </p>
      <p className="muted">{text.file.kept}</p>
    </div>
  );
}

function sentence(
  { reason, host, status = 0, bytes = 0 }: FetchProblem,
  failures: ReturnType<typeof useText>["data"]["address"]["failures"],
): string {
  if (reason === "unreachable") return failures.unreachable(host);
  if (reason === "status") return failures.status(status);
  if (reason === "too-large" || reason === "interrupted")
    return failures[reason](formatMegabytes(bytes));
  return failures[reason];
}
