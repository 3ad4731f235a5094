import { useState } from "react";
import { ScrollBox } from "../../ui/scroll-box.tsx";
import { useText } from "../../ui/text/use-text.ts";
import { SaveFigure } from "./save-figure.tsx";
import type { TableCell, TableData } from "./table-data.ts";

/** A number as a cell; `text` is what people read, files keep every digit. */
export function numberCell(value: number, text: string): TableCell {
  return { value, text };
}

/** What people read of a cell. */
export function cellText(cell: TableCell): string {
  return typeof cell === "string" ? cell : cell.text;
}

/** The foot of a figure: its numbers as a table that opens, and ways to save it. `data` is asked for only when it is needed. */
export function NumbersTable({ data }: { data: () => TableData }) {
  const text = useText().plots;
  const [open, setOpen] = useState(false);
  return (
    <div className="figure-foot">
      <details className="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{text.numbers}</summary>
        {open && <Rows {...data()} />}
      </details>
      <SaveFigure data={data} />
    </div>
  );
}

function Rows({ caption, columns, rows }: TableData) {
  return (
    <ScrollBox className="numbers-scroll" label={caption}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={cellText(name)}>
              <th scope="row">{cellText(name)}</th>
              {cells.map((cell, i) => (
                <td key={columns[i + 1]}>{cellText(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
