import { useStore } from "zustand";
import { IconButton } from "../../ui/icon-button.tsx";
import { RedoIcon, UndoIcon } from "../../ui/icons.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { useStores } from "./stores.ts";

/** Undo and redo of the document, which are also on the keyboard. */
export function UndoRedo() {
  const words = useText().palette;
  const { temporal } = useStores().document;
  const past = useStore(temporal, (s) => s.pastStates.length);
  const future = useStore(temporal, (s) => s.futureStates.length);
  return (
    <>
      <IconButton
        label={words.undo}
        disabled={past === 0}
        onPress={() => temporal.getState().undo()}
      >
        <UndoIcon />
      </IconButton>
      <IconButton
        label={words.redo}
        disabled={future === 0}
        onPress={() => temporal.getState().redo()}
      >
        <RedoIcon />
      </IconButton>
    </>
  );
}
