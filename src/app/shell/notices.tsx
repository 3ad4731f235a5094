import { useSession } from "../../panels/kit/stores.ts";
import type { FieldProblem } from "../../share/document/read-document.ts";
import type { Notice } from "../../state/session-store.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { CloseIcon } from "../../ui/icons.tsx";
import type { Catalogue } from "../../ui/text/en.ts";
import { shownName } from "../../ui/text/shown-name.ts";
import { useText } from "../../ui/text/use-text.ts";
import "./notices.css";

const MOST_NAMED = 4;
const ENDS_BY_RELOAD: ReadonlySet<Notice["kind"]> = new Set(["new-version", "part-missing"]);
/** What may be no more once the calculation is started again. */
const TRIED_AGAIN: ReadonlySet<Notice["kind"]> = new Set(["worker-failed", "worker-missing"]);

/** Messages that belong to no panel, newest last; each can be dismissed. */
export function Notices({ onTryAgain }: { onTryAgain: () => void }) {
  const text = useText();
  const notices = useSession((s) => s.notices);
  const dismiss = useSession((s) => s.dismiss);
  return (
    <ul className="notices" aria-live="polite">
      {notices.map((notice) => (
        <li key={notice.id} className={`notice notice-${notice.kind}`}>
          <div>
            <p>{noticeText(notice, text)}</p>
            {ENDS_BY_RELOAD.has(notice.kind) && (
              <button type="button" className="button" onClick={() => window.location.reload()}>
                {text.app.parts.reload}
              </button>
            )}
            {TRIED_AGAIN.has(notice.kind) && (
              <button type="button" className="button" onClick={onTryAgain}>
                {text.app.tryAgain}
              </button>
            )}
          </div>
          <IconButton label={text.app.dismiss} onPress={() => dismiss(notice.id)}>
            <CloseIcon />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

function noticeText(notice: Notice, text: Catalogue): string {
  const detail = notice.problems
    ? fieldList(notice.problems, text)
    : shownName(notice.detail ?? "");
  return text.app.notices[notice.kind](detail, notice.fingerprints ?? []);
}

function fieldList(problems: readonly FieldProblem[], text: Catalogue): string {
  const words = text.app.fields;
  const named = problems.map(({ field, value }) =>
    value ? words.quoted(words.names[field], shownName(value)) : words.names[field],
  );
  const distinct = [...new Set(named)];
  const more = distinct.length - MOST_NAMED;
  return [...distinct.slice(0, MOST_NAMED), ...(more > 0 ? [words.more(more)] : [])].join("; ");
}
