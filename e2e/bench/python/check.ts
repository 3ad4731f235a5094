/** Something that has to hold under Python; `run` throws where it does not. */
export interface PythonCheck {
  readonly name: string;
  readonly run: (python: string, folder: string) => Promise<void>;
}
