/** A place in a document or node: "exits.0.when.phrases" or the same as a list. */
export type Path = string | readonly (string | number)[];

const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

function steps(path: Path): readonly (string | number)[] {
  const list = typeof path === "string" ? (path === "" ? [] : path.split(".")) : path;
  for (const step of list) if (FORBIDDEN.has(String(step))) throw new Error(`Not a path: ${String(step)}`);
  return list;
}

/** The value at `path`, or undefined when something on the way is missing. */
export function getPath(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of steps(path)) {
    if (current === null || typeof current !== "object") return undefined;
    current = (current as Record<string, unknown>)[String(step)];
  }
  return current;
}

/**
 * A copy of `value` with `next` at `path`; everything beside the path stays the same object, so that memoised cards need not
 * be drawn again. `undefined` removes the key (or the list's entry). Missing objects on the way are created.
 */
export function setPath<T>(value: T, path: Path, next: unknown): T {
  const [first, ...rest] = steps(path);
  if (first === undefined) return next as T;
  const key = String(first);
  if (Array.isArray(value)) {
    const index = Number(key);
    const copy = value.slice() as unknown[];
    if (rest.length === 0 && next === undefined) copy.splice(index, 1);
    else copy[index] = setPath(copy[index], rest, next);
    return copy as T;
  }
  const source = (value ?? {}) as Record<string, unknown>;
  if (rest.length === 0 && next === undefined) {
    const { [key]: _gone, ...others } = source;
    return others as T;
  }
  const child = setPath(source[key], rest, next);
  return (child === source[key] && key in source ? value : { ...source, [key]: child }) as T;
}
