import { documentSchema, type FlowDocument } from "../document/schema";
import type { Problem } from "../problem";

type Patch = NonNullable<Problem["autofix"]>["patch"];

/**
 * The document with a problem's own fix applied; the one that went in is not changed. null: there is no such fix, or the document has
 * changed since so that it no longer fits.
 */
export function applyFix(document: FlowDocument, problem: Problem): FlowDocument | null {
  if (!problem.autofix) return null;
  const copy = structuredClone(document);
  if (!problem.autofix.patch.every((change) => apply(copy, change))) return null;
  const result = documentSchema.safeParse(copy);
  return result.success ? result.data : null;
}

function apply(root: unknown, { op, path, value }: Patch[number]): boolean {
  const key = path.at(-1);
  const parent = path.slice(0, -1).reduce<unknown>((at, part) => (at !== null && typeof at === "object" && Object.hasOwn(at, part) ? (at as Record<string | number, unknown>)[part] : undefined), root);
  if (key === undefined || parent === null || typeof parent !== "object") return false;
  if (Array.isArray(parent) && typeof key === "number") {
    if (key < 0 || key > parent.length || (op !== "add" && key === parent.length)) return false;
    if (op === "add") parent.splice(key, 0, structuredClone(value));
    else if (op === "remove") parent.splice(key, 1);
    else parent[key] = structuredClone(value);
    return true;
  }
  const fields = parent as Record<string | number, unknown>;
  if (op === "remove") delete fields[key];
  else fields[key] = structuredClone(value);
  return true;
}
