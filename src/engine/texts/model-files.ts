import { type GateRefusal, openGate } from "../../net/gate.ts";
import type { ModelPlace } from "../text-model-contract.ts";

/** What a file of a model is answered with. */
type ModelFileReply =
  | { readonly ok: true; readonly response: Response }
  | { readonly ok: false; readonly reason: GateRefusal };

/** Opens a file of a model by its path within it, such as `onnx/model.onnx`; one that is not there is answered with 404. */
export type OpenModelFile = (path: string) => Promise<ModelFileReply>;

/** A place as a worker can find it: `/models/tone` and the like are paths from the page. */
export function placeFrom(page: string, place: ModelPlace): ModelPlace {
  if (place.kind === "folder" || !/^\s*\.{0,2}\//.test(place.address)) return place;
  return { kind: "address", address: new URL(place.address.trim(), page).href };
}

/** The files of a model at a place. Only its own address is asked, through a gate at `own` that is closed to every other. */
export function modelFiles(place: ModelPlace, own: string): OpenModelFile {
  return place.kind === "folder" ? filesInFolder(place.files) : filesAt(place.address, own);
}

/** Paths count from the folder that holds the uppermost `config.json`. */
function filesInFolder(files: readonly File[]): OpenModelFile {
  const pathOf = (file: File) => file.webkitRelativePath || file.name;
  const depth = (path: string) => path.split("/").length;
  const [config = ""] = files
    .map(pathOf)
    .filter((path) => /(^|\/)config\.json$/.test(path))
    .sort((a, b) => depth(a) - depth(b));
  const root = config.slice(0, config.length - "config.json".length);
  return async (path) => {
    const file = files.find((one) => pathOf(one) === root + path);
    return { ok: true, response: new Response(file, { status: file ? 200 : 404 }) };
  };
}

function filesAt(address: string, own: string): OpenModelFile {
  const gate = openGate(own);
  const admitted = gate.admit(address);
  return async (path) => {
    if (!admitted.ok) return admitted;
    const base = new URL(admitted.url);
    if (!base.pathname.endsWith("/")) base.pathname += "/";
    return gate.request(new URL(path, base));
  };
}
