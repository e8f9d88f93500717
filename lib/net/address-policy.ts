import ipaddr from "ipaddr.js";

/**
 * Which addresses Parley may call for a user. Public ones always; those of this machine and its network only when
 * `PARLEY_ALLOW_PRIVATE_URLS` names them, because there they could reach what is not meant for the workspace's members:
 * databases, routers, the metadata service of a cloud.
 *
 * The variable is a list with commas of hosts (`localhost`), hosts with ports (`localhost:11434`), addresses (`10.0.0.5`) and ranges (`10.0.0.0/8`).
 */
export interface AllowList {
  allows(host: string, port: number, address: string): boolean;
}

export function readAllowList(text: string = process.env.PARLEY_ALLOW_PRIVATE_URLS ?? ""): AllowList {
  const rules = text.split(/[\s,]+/).filter(Boolean).map(ruleOf);
  return { allows: (host, port, address) => rules.some((rule) => rule(host.toLowerCase(), port, address)) };
}

type Rule = (host: string, port: number, address: string) => boolean;

function ruleOf(entry: string): Rule {
  const text = entry.toLowerCase().replace(/^https?:\/\//, "").replace(/\/+$/, "");
  if (ipaddr.isValidCIDR(text)) {
    const [range, bits] = ipaddr.parseCIDR(text);
    return (_host, _port, address) => {
      const ip = ipaddr.process(address);
      return ip.kind() === range.kind() && ip.match(range, bits);
    };
  }
  const [, host = "", wanted] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(text) ?? [];
  const name = host.replace(/^\[|\]$/g, "");
  return (asked, port, address) => name !== "" && (asked === name || address === name) && (wanted === undefined || Number(wanted) === port);
}

/** True for an address that anybody on the internet can reach. Everything else, also what nobody has heard of, is private. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  if (ip.range() !== "unicast") return false;
  // Tunnels that carry an IPv4 address inside (6to4, Teredo, NAT64) have ranges of their own in ipaddr.js and end above.
  return ip.kind() === "ipv4" || (ip as ipaddr.IPv6).match(ipaddr.IPv6.parse("2000::"), 3);
}
