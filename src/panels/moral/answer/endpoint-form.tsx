import { useLayoutEffect, useRef } from "react";
import { useText } from "../../../ui/text/use-text.ts";
import { useDesk, useMoral } from "../kit/moral-desk.ts";
import "../../../ui/text-field.css";

/** Where the language model is, and the button that asks it. The key stays in memory. */
export function EndpointForm({
  isWriting,
  isReady,
  hasWritten,
  onAsk,
  onStop,
}: {
  isWriting: boolean;
  /** Whether address and model are filled in. */
  isReady: boolean;
  hasWritten: boolean;
  onAsk: () => void;
  onStop: () => void;
}) {
  const text = useText().moral.generate;
  const { store } = useDesk();
  const endpoint = useMoral((s) => s.endpoint);
  const field = useRef<HTMLInputElement>(null);
  // Not by its value attribute, which would write the key into the page.
  useLayoutEffect(() => {
    if (field.current) field.current.value = store.getState().endpoint.key;
  }, [store]);
  const change = (part: Partial<typeof endpoint>) =>
    store.setState({ endpoint: { ...endpoint, ...part } });
  return (
    <form
      className="endpoint"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isWriting) onAsk();
      }}
    >
      <label className="endpoint-field endpoint-address">
        <span>{text.address}</span>
        <input
          className="text-field"
          type="text"
          maxLength={2000}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder={text.addressHint}
          value={endpoint.address}
          onChange={(event) => change({ address: event.currentTarget.value })}
        />
      </label>
      <label className="endpoint-field">
        <span>{text.model}</span>
        <input
          className="text-field"
          type="text"
          maxLength={2000}
          autoComplete="off"
          spellCheck={false}
          placeholder={text.modelHint}
          value={endpoint.model}
          onChange={(event) => change({ model: event.currentTarget.value })}
        />
      </label>
      <label className="endpoint-field">
        <span>{text.key}</span>
        <input
          ref={field}
          className="text-field"
          type="password"
          maxLength={2000}
          autoComplete="off"
          onChange={(event) => change({ key: event.currentTarget.value })}
        />
      </label>
      {isWriting ? (
        <button key="stop" type="button" className="button" onClick={onStop}>
          {text.cancel}
        </button>
      ) : (
        <button key="ask" type="submit" className="button button-main" disabled={!isReady}>
          {hasWritten ? text.askAgain : text.ask}
        </button>
      )}
      <p className="endpoint-note">{text.keyNote}</p>
    </form>
  );
}
