import wasmAddress from "onnxruntime-web/ort-wasm-simd-threaded.wasm?url";
import type { ClassifyTexts, LoadClassifier } from "./text-model-service.ts";

/** Where the library believes its models to be; every request for one goes to `open` instead. */
const ROOT = "/models/";
const MODEL = "chosen";

/**
 * Loads a model with transformers.js, which is fetched only now. Files of the model come from `open` alone: the library's own hub,
 * caches and addresses are switched off, and the runtime's WebAssembly comes from the page's own origin.
 */
export const loadTextClassifier: LoadClassifier | null = async (open, weights, onProgress) => {
  const { env, pipeline } = await import("@huggingface/transformers");
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = ROOT;
  env.useBrowserCache = false;
  env.useWasmCache = false;
  env.fetch = async (address: unknown) => {
    const path = String(address);
    return path.startsWith(ROOT + MODEL)
      ? open(path.slice(ROOT.length + MODEL.length + 1))
      : new Response(null, { status: 404 });
  };
  const { wasm } = env.backends.onnx;
  if (wasm) {
    wasm.wasmPaths = { wasm: new URL(wasmAddress, import.meta.url).href };
    wasm.numThreads = 1;
  }
  const classify = await pipeline("text-classification", MODEL, {
    dtype: weights,
    device: "wasm",
    progress_callback: (event) => {
      if (event.status === "progress_total") onProgress(event.progress / 100);
    },
  });
  return async (texts) => {
    // Without a number of labels all of them come, which the library's types do not know.
    const found: unknown = await classify([...texts], { top_k: null as unknown as number });
    return found as Awaited<ReturnType<ClassifyTexts>>;
  };
};
