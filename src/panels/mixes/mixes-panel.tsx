import { useState } from "react";
import { Choice } from "../../ui/choice.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { CloudView } from "./cloud-view.tsx";
import { LambdaView } from "./lambda-view.tsx";
import { LinearView } from "./linear-view.tsx";
import "../../ui/text-field.css";
import "./mixes.css";

const VIEWS = { cloud: CloudView, lambda: LambdaView, linear: LinearView };

/** Random linear mixes by where they lead and by their weights, and why other mixes are not needed. */
export function MixesPanel() {
  const words = useText().analyses.mixes;
  const [view, setView] = useState<keyof typeof VIEWS>("cloud");
  const View = VIEWS[view];
  return (
    <>
      <div className="mixes-switch">
        <Choice
          label={words.view}
          value={view}
          options={(["cloud", "lambda", "linear"] as const).map((v) => ({
            value: v,
            label: words[v],
          }))}
          onChange={setView}
        />
      </div>
      <View />
    </>
  );
}
