import { useState } from "react";
import { hasFoundations } from "../../../state/profile.ts";
import { useText } from "../../../ui/text/use-text.ts";
import { AnalysisHead } from "../../kit/analysis-head.tsx";
import { useSession } from "../../kit/stores.ts";
import { SampleChoice, type SampleKind } from "../kit/sample-choice.tsx";
import { LoadedProfile } from "./loaded-profile.tsx";
import { RatedProfile } from "./rated-profile.tsx";

/** The profile as a palette, and the palette as a profile. */
export function PaletteTab() {
  const text = useText().moralParts.palette;
  const hasOwn = useSession((s) => s.data !== null && hasFoundations(s.data.values));
  const [samples, setSamples] = useState<SampleKind>(hasOwn ? "loaded" : "rated");
  return (
    <>
      <AnalysisHead lead={text.lead}>
        <SampleChoice label={text.samples} value={samples} onChange={setSamples} />
      </AnalysisHead>
      {samples === "rated" ? <RatedProfile /> : <LoadedProfile isPerson={hasOwn} />}
    </>
  );
}
