/** The texts of all elements that a selector finds, in their order. */
export function textsOf(page: Element, selector: string): string[] {
  return Array.from(page.querySelectorAll(selector), (element) => element.textContent ?? "");
}

/** Numbers in attributes of all elements that a selector finds; per cents without their sign. */
export function attributesOf(page: Element, selector: string, ...names: string[]): number[][] {
  return Array.from(page.querySelectorAll(selector), (element) =>
    names.map((name) => Number.parseFloat(element.getAttribute(name) ?? "")),
  );
}

/** Where all elements that a selector finds stand: their centres, or the places that they are moved to. */
export function placesOf(page: Element, selector: string): [number, number][] {
  return Array.from(page.querySelectorAll(selector), (element) => {
    const transform = /translate\(([^,]+),([^)]+)\)/.exec(element.getAttribute("transform") ?? "");
    const place = transform?.slice(1) ?? ["cx", "cy"].map((name) => element.getAttribute(name));
    return [Number(place[0]), Number(place[1])];
  });
}

/** Where the first of them stands. Errors: throws `invalid mark: …` where there is none. */
export function placeOf(page: Element, selector: string): [number, number] {
  const [place] = placesOf(page, selector);
  if (!place) throw new Error(`invalid mark: ${selector}`);
  return place;
}
