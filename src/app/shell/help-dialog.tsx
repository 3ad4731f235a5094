import { useStores } from "../../panels/kit/stores.ts";
import { StatusMark } from "../../plots/base/status-mark.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Formula } from "../../ui/formulas/formula.tsx";
import type { HelpTerm } from "../../ui/text/en/help.ts";
import { useText } from "../../ui/text/use-text.ts";
import "./help-dialog.css";

const PAPERS = {
  map: "https://arxiv.org/abs/2410.19198",
  cmva: "https://arxiv.org/abs/2403.12805",
};

/** What this is, how to use it, what the marks and words mean, and where the data stays. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const text = useText();
  const { session } = useStores();
  const words = text.app.help;
  return (
    <Dialog title={words.title} closeLabel={words.close} onClose={onClose}>
      <div className="help">
        <p className="help-intro">{words.intro}</p>
        <button
          type="button"
          className="button"
          onClick={() => {
            onClose();
            session.setState({ isTouring: true });
          }}
        >
          {text.tour.take}
        </button>
        <h3>{words.howTitle}</h3>
        <ul className="help-how">
          {words.how.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h3>{words.marksTitle}</h3>
        <ul className="help-marks">
          <li>
            <PlotMark d="M8 3.5a4.5 4.5 0 1 0 .01 0z" filled={false} />
            {words.marks.baseline}
          </li>
          <li>
            <PlotMark d="M8 3.5a4.5 4.5 0 1 0 .01 0z" filled />
            {words.marks.realised}
          </li>
          <li>
            <PlotMark d="M8 2l6 6-6 6-6-6z" filled={false} />
            {words.marks.target}
          </li>
          <li className="help-good">
            <StatusMark status="reachable" />
            <span>{words.marks.reachable}</span>
          </li>
          <li className="help-thin">
            <StatusMark status="thin" />
            <span>{words.marks.thin}</span>
          </li>
          <li className="help-bad">
            <StatusMark status="out-of-reach" />
            <span>{words.marks.out}</span>
          </li>
        </ul>
        <h3>{words.keysTitle}</h3>
        <dl className="help-list">
          {words.keys.map(([key, does]) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <h3>{words.basicsTitle}</h3>
        <dl className="help-list">
          {words.basics.map(([word, says]) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
        <h3>{words.termsTitle}</h3>
        <dl className="help-list">
          {(Object.keys(text.help.terms) as HelpTerm[]).map((name) => (
            <div key={name}>
              <dt>{text.help.terms[name].term}</dt>
              <dd>
                {text.help.terms[name].plain}{" "}
                <span className="muted">{text.help.terms[name].exact}</span>
                <Formula term={name} />
              </dd>
            </div>
          ))}
        </dl>
        <h3>{words.papersTitle}</h3>
        <ul className="help-how">
          {(["map", "cmva"] as const).map((paper) => (
            <li key={paper}>
              <a href={PAPERS[paper]} target="_blank" rel="noopener noreferrer">
                {words.papers[paper]}
              </a>
            </li>
          ))}
        </ul>
        <h3>{words.privacyTitle}</h3>
        <p>{words.privacy}</p>
        <Licences />
      </div>
    </Dialog>
  );
}

/** A file beside the page; of the application in one file a part of the page, which its build has put there. */
function Licences() {
  const name = useText().app.help.licences;
  const inside = document.getElementById("licences")?.textContent;
  return inside ? (
    <details className="help-licences">
      <summary>{name}</summary>
      <pre>{inside}</pre>
    </details>
  ) : (
    <p className="help-licences">
      <a href="./licences.txt" target="_blank" rel="noopener">
        {name}
      </a>
    </p>
  );
}

function PlotMark({ d, filled }: { d: string; filled: boolean }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={d} fill={filled ? "currentColor" : "none"} stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
