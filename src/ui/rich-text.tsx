import { Term } from "./term.tsx";
import type { HelpTerm } from "./text/en/help.ts";
import { useText } from "./text/use-text.ts";

const MARKS = /\*\*(.+?)\*\*|\[([^\]]+)\]\((\w+)\)/g;

/** A sentence of the catalogue with its marks taken out. */
export function plainText(marked: string): string {
  return marked.replace(MARKS, (_, strong?: string, word?: string) => strong ?? word ?? "");
}

/** A sentence of the catalogue; `**what stands so**` is strong, `[word](term)` has the explanation of that term, if there is one. */
export function RichText({ children }: { readonly children: string }) {
  const { terms } = useText().help;
  const isTerm = (name: string): name is HelpTerm => Object.hasOwn(terms, name);
  const pieces = [];
  let from = 0;
  for (const { index, 0: mark, 1: strong, 2: word, 3: term } of children.matchAll(MARKS)) {
    pieces.push(<span key={`before ${index}`}>{children.slice(from, index)}</span>);
    pieces.push(
      strong ? (
        <strong key={index}>{strong}</strong>
      ) : isTerm(term) ? (
        <Term key={index} term={term}>
          {word}
        </Term>
      ) : (
        <span key={index}>{mark}</span>
      ),
    );
    from = index + mark.length;
  }
  // A translation of the browser takes loose texts out of the page, from between what stands beside them.
  pieces.push(<span key="end">{children.slice(from)}</span>);
  return pieces;
}
