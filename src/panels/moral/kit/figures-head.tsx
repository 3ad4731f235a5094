/** The head of a table whose first column names its rows and whose others hold numbers. */
export function FiguresHead({ columns }: { columns: readonly string[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column, k) => (
          <th key={column} scope="col" className={k > 0 ? "number" : undefined}>
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}
