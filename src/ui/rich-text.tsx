import { Fragment } from "react";

/** A sentence of the catalogue with its ** marks taken out. */
export function plainText(marked: string): string {
  return marked.replaceAll("**", "");
}

/** A sentence of the catalogue; what stands between ** is strong. */
export function RichText({ children }: { readonly children: string }) {
  return children.split("**").map((piece, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no other identity than its place
    i % 2 === 1 ? <strong key={i}>{piece}</strong> : <Fragment key={i}>{piece}</Fragment>,
  );
}
