import { Server, type IncomingMessage } from "node:http";
import { PEER_HEADER } from "./client-ip";

const MARKED = Symbol.for("parley.peers-are-marked");

/** From now on every request of every HTTP server in this process carries the address of its connection. */
export function markPeers(): void {
  const prototype = Server.prototype as Server & { [MARKED]?: true };
  if (prototype[MARKED]) return;
  prototype[MARKED] = true;
  const emit = prototype.emit as (this: Server, name: string | symbol, ...rest: unknown[]) => boolean;
  prototype.emit = function (this: Server, name: string | symbol, ...rest: unknown[]): boolean {
    if (name === "request" || name === "upgrade") {
      const request = rest[0] as IncomingMessage;
      request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "unknown";
    }
    return emit.call(this, name, ...rest);
  } as Server["emit"];
}
