import { canonicalJson } from "@/lib/flow/text/canonical-json";

/** A short number for a document, to see whether stored steps of undo belong to it. Not for security. */
export function fingerprint(value: unknown): string {
  let hash = 0x811c9dc5;
  for (const char of canonicalJson(value)) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(36);
}
