import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** Code and styles that stand in the page itself. */
export interface InlineParts {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/**
 * What the page may load and run: its own files, or in one file the parts inside it, each by its hash. No other code, none made
 * of text. Requests may go to any site, because users type addresses of data and of models: there the gate stands guard, which
 * refuses every origin that nobody typed (`src/net/gate.ts`).
 */
function contentPolicy(inside?: InlineParts): string {
  const files = inside ? "data:" : "'self'";
  const policy: Readonly<Record<string, string>> = {
    "default-src": "'none'",
    "script-src": `${inside ? hashes(inside.scripts) : "'self'"} 'wasm-unsafe-eval'`,
    "worker-src": inside ? "blob:" : "'self' blob:",
    "style-src": inside ? hashes(inside.styles) : "'self'",
    "img-src": inside ? "data: blob:" : "'self' data: blob:",
    "font-src": files,
    "connect-src": "'self' http: https:",
    "manifest-src": "'self'",
    "frame-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
  };
  return Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}

/** Puts the policy into the page, before anything that it concerns. */
export function withPolicy(html: string, inside?: InlineParts): string {
  const tag = `<meta http-equiv="Content-Security-Policy" content="${contentPolicy(inside)}" />`;
  return html.replace(/<meta charset[^>]*>/, (charset) => `${charset}\n    ${tag}`);
}

/** Gives the built page its policy; while developing, the tools need more than it allows. */
export function contentPolicyPlugin(): Plugin {
  return {
    name: "content-policy",
    apply: "build",
    transformIndexHtml: (html) => withPolicy(html),
  };
}

function hashes(parts: readonly string[]): string {
  return parts
    .map((part) => `'sha256-${createHash("sha256").update(part).digest("base64")}'`)
    .join(" ");
}
