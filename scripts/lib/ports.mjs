import net from "node:net";

/**
 * Whether a TCP port can be listened on.
 * @param {number} port @param {string} [host] address to bind; default: all addresses
 * @returns {Promise<boolean>}
 */
export function isPortFree(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * A TCP port on the loopback address that nobody listens on: `wanted` when it is still free, so that a restart keeps
 * its addresses, else any other.
 * @param {number} [wanted] @returns {Promise<number>}
 */
export async function freePort(wanted) {
  if (wanted && (await isPortFree(wanted, "127.0.0.1"))) return wanted;
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen({ port: 0, host: "127.0.0.1" }, () => {
      const { port } = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
