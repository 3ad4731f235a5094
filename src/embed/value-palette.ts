import { ValuePaletteElement } from "./palette-element.ts";

const script = document.currentScript;
if (script instanceof HTMLScriptElement && script.src)
  ValuePaletteElement.home = new URL("./", script.src).href;
if (!customElements.get("value-palette"))
  customElements.define("value-palette", ValuePaletteElement);
