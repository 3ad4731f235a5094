/** The data page. */
export function DataPage() {
  return <main className="data-page" />;
}
