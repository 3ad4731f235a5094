import { createContext, type MouseEvent, useContext, useRef } from "react";
import { useText } from "../../ui/text/use-text.ts";
import type { TableData } from "./table-data.ts";
import "./save-figure.css";

/** The formats in which a figure can be saved. */
export type FigureFormat = "svg" | "png" | "csv";

/** A figure to save, as it stands on the page, and its numbers. */
export interface FigureRequest {
  readonly figure: HTMLElement;
  /** The numbers as they are when they are asked for. */
  readonly table: () => TableData;
  readonly format: FigureFormat;
}

/** Saves a figure: filled by the application; null (default) where figures cannot be saved. */
export const SaveFigureContext = createContext<((request: FigureRequest) => void) | null>(null);

const FORMATS: readonly FigureFormat[] = ["svg", "png", "csv"];

/** A button for each format in which a figure can be saved; nothing where figures cannot be saved. */
export function SaveFigure({ data }: { data: () => TableData }) {
  const text = useText().plots.save;
  const save = useContext(SaveFigureContext);
  const newest = useRef(data);
  newest.current = data;
  if (!save) return null;
  const choose = (format: FigureFormat) => (event: MouseEvent<HTMLElement>) => {
    const figure = event.currentTarget.closest<HTMLElement>(".plot");
    if (figure) save({ figure, table: () => newest.current(), format });
  };
  return (
    <div className="save-figure">
      <span aria-hidden="true">{text.as}</span>
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          aria-label={text.formats[format]}
          onClick={choose(format)}
        >
          {format.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
