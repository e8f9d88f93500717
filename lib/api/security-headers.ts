/** Directives that do not change from page to page. */
const FIXED = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self' blob: data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
];

/**
 * The Content-Security-Policy of a page. Scripts come from us only; Next's own start-up scripts are inline in pages that are
 * made at build time, where no nonce can be. Connections go to any `ws(s)` and `http(s)` address, because the media server may
 * be on another host, under a name that only its own set-up knows.
 * @param frameAncestors websites that may embed the page; none: only ourselves
 */
export function contentSecurityPolicy(options: { frameAncestors?: string[]; development?: boolean }): string {
  return [
    ...FIXED,
    `script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'${options.development ? " 'unsafe-eval'" : ""}`,
    "connect-src 'self' ws: wss: http: https:",
    `frame-ancestors ${["'self'", ...(options.frameAncestors ?? [])].join(" ")}`,
  ].join("; ");
}

/** For every page. The microphone and camera are what a call is made of; the rest is not needed. */
export const SECURITY_HEADERS: Record<string, string> = {
  "x-content-type-options": "nosniff",
  // The address of a caller's page is its key.
  "referrer-policy": "same-origin",
  "permissions-policy": "microphone=(self), camera=(self), display-capture=(self), geolocation=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin-allow-popups",
};
