import { useSession } from "../panels/stores.ts";
import type { Notice } from "../state/session-store.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import type { Catalogue } from "../ui/text/en.ts";
import { useText } from "../ui/text/use-text.ts";
import "./notices.css";

/** What has to be told and belongs to no panel, newest last; each can be put away. */
export function Notices() {
  const text = useText();
  const notices = useSession((s) => s.notices);
  const dismiss = useSession((s) => s.dismiss);
  return (
    <ul className="notices" aria-live="polite">
      {notices.map((notice) => (
        <li key={notice.id} className={`notice notice-${notice.kind}`}>
          <p>{noticeText(notice, text)}</p>
          <IconButton label={text.app.dismiss} onPress={() => dismiss(notice.id)}>
            <CloseIcon />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

function noticeText(notice: Notice, text: Catalogue): string {
  return text.app.notices[notice.kind](notice.detail ?? "", notice.fingerprints ?? []);
}
