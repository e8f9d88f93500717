import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { derivedKey } from "./master-secret";

const VERSION = "v1";

/**
 * Encrypts a short text for the database: AES-256-GCM with a fresh nonce. `context` (such as "credential:<workspace>") is
 * bound to it, so a sealed text that is copied into another row or workspace does not open.
 */
export function seal(text: string, context: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", derivedKey("secret-box"), nonce);
  cipher.setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

/** @throws Error when it was changed, belongs to another context, or was sealed with another secret */
export function unseal(sealed: string, context: string): string {
  const [version, body] = sealed.split(".");
  if (version !== VERSION || !body) throw new Error("This sealed text has an unknown form.");
  const bytes = Buffer.from(body, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", derivedKey("secret-box"), bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch (cause) {
    throw new Error("A stored key cannot be opened. Was PARLEY_SECRET, or the file `secret` in the data directory, replaced? Enter the key again.", { cause });
  }
}
