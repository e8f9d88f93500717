import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";
import { Agent, fetch as undiciFetch } from "undici";
import { ParleyError } from "@/lib/errors";
import { isPublicAddress, readAllowList, type AllowList } from "./address-policy";

export interface SafeFetchOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  timeoutMs?: number;
  /** Bytes of the answer that are read at most. */
  maxBytes?: number;
  allowList?: AllowList;
  /** For tests: how names become addresses. */
  resolve?: (host: string) => Promise<string[]>;
}
export interface SafeResponse {
  status: number;
  text: string;
}

/**
 * Fetches an address that a user typed. The name is resolved once, every address that comes out is judged, and the connection
 * goes to exactly the one that was judged, so a name that changes its answer in between gains nothing. Redirects are not followed.
 * @throws ParleyError address_refused, unavailable
 */
export async function safeFetch(url: string, options: SafeFetchOptions = {}): Promise<SafeResponse> {
  const { target, address } = await checkAddress(url, options);
  const family = ipaddr.parse(address).kind() === "ipv6" ? 6 : 4;
  const dispatcher = new Agent({
    connect: {
      timeout: options.timeoutMs ?? 8000,
      lookup: (_host, asked, done) => (asked.all ? (done as unknown as (e: null, all: object[]) => void)(null, [{ address, family }]) : done(null, address, family)),
    },
  });
  try {
    const response = await undiciFetch(target, {
      method: options.method ?? "GET", headers: options.headers, body: options.body, redirect: "manual", dispatcher, signal: AbortSignal.timeout(options.timeoutMs ?? 8000),
    });
    return { status: response.status, text: await readUpTo(response.body, options.maxBytes ?? 200_000) };
  } catch (cause) {
    throw new ParleyError("unavailable", `${target.host} does not answer.`, {}, { cause });
  } finally {
    await dispatcher.destroy().catch(() => {});
  }
}

/** Judges an address without calling it. @throws ParleyError address_refused */
export async function checkAddress(url: string, options: Pick<SafeFetchOptions, "allowList" | "resolve"> = {}): Promise<{ target: URL; address: string }> {
  const target = URL.canParse(url) ? new URL(url) : null;
  if (!target || (target.protocol !== "https:" && target.protocol !== "http:")) throw refused("The address must begin with https:// or http://.");
  if (target.username || target.password) throw refused("Leave user and password out of the address; keys have a field of their own.");
  const host = target.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const port = Number(target.port) || (target.protocol === "https:" ? 443 : 80);
  const addresses = ipaddr.isValid(host) ? [host] : await (options.resolve ?? resolveName)(host);
  const [first] = addresses;
  if (first === undefined) throw refused(`"${host}" is not known to the name service. Is it spelled correctly?`);
  const allowList = options.allowList ?? readAllowList();
  for (const address of addresses) {
    if (!isPublicAddress(address) && !allowList.allows(host, port, address)) {
      throw refused(`"${target.host}" is on this machine or its private network. Whoever runs this Parley can allow it: PARLEY_ALLOW_PRIVATE_URLS=${target.host}`);
    }
  }
  return { target, address: first };
}

async function resolveName(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true, verbatim: true })).map((entry) => entry.address);
  } catch {
    return [];
  }
}

function refused(message: string): ParleyError {
  return new ParleyError("address_refused", message);
}

async function readUpTo(body: AsyncIterable<Uint8Array> | null, maxBytes: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    pieces.push(piece);
    size += piece.length;
    if (size >= maxBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, maxBytes).toString("utf8");
}
