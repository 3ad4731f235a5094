const PROTOCOL = "value-palette/1";

for (const figure of document.querySelectorAll("figure")) {
  const output = figure.querySelector("output");
  const button = figure.querySelector("button");
  const element = figure.querySelector("value-palette");
  const palette = element ?? plainFrame(figure.querySelector("iframe"));
  palette.addEventListener("report", ({ detail }) => {
    const { verdict, kl, ess } = detail;
    output.value = `${verdict}: ${kl.toFixed(2)} nats, ${Math.round(ess)} answers`;
  });
  palette.addEventListener("change", ({ detail }) => {
    const { target } = detail.values[button.dataset.value];
    output.title = `${button.dataset.value} ${target.toFixed(2)}`;
  });
  button.addEventListener("click", () => {
    palette.setPalette({ [button.dataset.value]: button.dataset.level });
  });
}

/** What the element does, for a plain frame of this page's own origin: the protocol by hand. */
function plainFrame(frame) {
  const events = new EventTarget();
  let next = 1;
  const ask = (request) =>
    frame.contentWindow.postMessage(
      { protocol: PROTOCOL, id: next++, ...request },
      new URL(frame.src).origin,
    );
  window.addEventListener("message", ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== new URL(frame.src).origin) return;
    if (data?.protocol !== PROTOCOL) return;
    if (data.type === "ready") ask({ type: "subscribe", to: ["change", "report"] });
    if (data.type === "height") frame.style.height = `${data.height}px`;
    const detail = data.type === "report" ? data.report : data;
    events.dispatchEvent(new CustomEvent(data.type, { detail }));
  });
  return Object.assign(events, {
    setPalette: (palette) => ask({ type: "set-palette", palette }),
  });
}
