/** Fields of a record by name. */
export type Fields = Readonly<Record<string, unknown>>;

/** True for an object of fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
