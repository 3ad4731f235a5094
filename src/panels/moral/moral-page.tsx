import { useText } from "../../ui/text/use-text.ts";
import { AnswerPart } from "./answer/answer-part.tsx";
import { MoralTabs } from "./moral-tabs.tsx";
import { MoralTrouble } from "./moral-trouble.tsx";
import { ProfileRail } from "./profile/profile-rail.tsx";
import "./moral-page.css";

/** Moral profiles: the person on the left, one question answered for that person, and what stands behind it below. */
export function MoralPage() {
  const text = useText().moral;
  return (
    <main className="moral-page">
      <div className="moral-head">
        <h2 className="moral-title">{text.title}</h2>
        <p className="moral-lead">{text.lead}</p>
      </div>
      <MoralTrouble />
      <ProfileRail />
      <AnswerPart />
      <MoralTabs />
    </main>
  );
}
