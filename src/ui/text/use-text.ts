import { createContext, useContext } from "react";
import { type Catalogue, en } from "./en.ts";

/** The language of the page. Default English. */
export const TextContext = createContext<Catalogue>(en);

/** The sentences of the page's language. */
export function useText(): Catalogue {
  return useContext(TextContext);
}
