import { createHash } from "node:crypto";
import { derivedKey } from "@/lib/credentials/master-secret";

/** Signs and encrypts sessions. The same derivation as `npm start`'s. */
export function authSecret(): string {
  return process.env.AUTH_SECRET || derivedKey("auth").toString("hex");
}

/**
 * Browsers share cookies between all ports of a host, so two copies of Parley on one machine would sign each other's users
 * out. A few letters of the installation's secret in the name keep them apart.
 */
export function cookieName(what: "session" | "csrf" | "callback" | "pkce" | "state" | "nonce" | "challenge"): string {
  const copy = createHash("sha256").update(`cookie-name:${authSecret()}`).digest("hex").slice(0, 8);
  return `parley-${copy}.${what}`;
}

/** How long a session lasts without use. */
export const SESSION_SECONDS = 30 * 24 * 3600;

export interface SocialProvider {
  id: "google" | "github";
  label: string;
}

/** Sign-in providers whose variables are set (AUTH_GOOGLE_ID and _SECRET, AUTH_GITHUB_ID and _SECRET). */
export function socialProviders(): SocialProvider[] {
  const all: SocialProvider[] = [{ id: "google", label: "Google" }, { id: "github", label: "GitHub" }];
  return all.filter(({ id }) => process.env[`AUTH_${id.toUpperCase()}_ID`] && process.env[`AUTH_${id.toUpperCase()}_SECRET`]);
}
