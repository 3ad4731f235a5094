// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepFocus } from "./use-kept-focus.ts";

let stop: () => void;
beforeEach(() => {
  document.body.innerHTML = `
    <main><h2>Data</h2>
      <div id="history"><button id="undo">Undo</button><button id="redo">Redo</button></div>
      <table><tbody><tr><td><button id="first">A</button></td></tr>
        <tr id="row"><td><button id="delete">B</button></td></tr></tbody></table>
    </main>
    <ul><li id="notice"><button id="dismiss">Dismiss</button></li></ul>`;
  stop = keepFocus(document);
});
afterEach(() => stop());

const at = (id: string) => document.getElementById(id) as HTMLButtonElement;
/** Long enough for an observer to hear of it. */
const heard = () => new Promise((resolve) => setImmediate(resolve));
const focused = () => document.activeElement?.textContent;

test("a row that is deleted leaves the focus to the rows that are left", async () => {
  at("delete").focus();
  at("row").remove();
  await heard();
  expect(focused()).toBe("A");
});

test("a button that its own press disables leaves it to the one beside it", async () => {
  at("undo").focus();
  at("undo").disabled = true;
  await heard();
  expect(focused()).toBe("Redo");
});

test("what stood outside the page's main part leaves it to the heading", async () => {
  at("dismiss").focus();
  at("notice").remove();
  await heard();
  expect(focused()).toBe("Data");
});

test("another page takes it as soon as its heading is there", async () => {
  at("undo").focus();
  const main = document.querySelector("main") as HTMLElement;
  main.innerHTML = "";
  await heard();
  expect(document.activeElement).toBe(document.body);
  main.innerHTML = "<p id='verdict'>Reachable.</p>";
  await heard();
  expect(focused()).toBe("Reachable.");
});

test("who left a control by hand is left alone", async () => {
  at("delete").focus();
  at("delete").blur();
  await heard();
  at("row").remove();
  await heard();
  expect(document.activeElement).toBe(document.body);
});
