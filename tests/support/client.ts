import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { System } from "./system";

/** The public interface as a script would use it: /api/v1 with a key made by the command line. */
export class Client {
  constructor(readonly url: string, readonly key: string) {}

  /** Makes a key as a user would, with `npm run -s parley -- api-key create`. */
  static async of(system: Pick<System, "url" | "data">): Promise<Client> {
    const { stdout } = await promisify(execFile)("npm", ["run", "-s", "parley", "--", "api-key", "create", "--name", "tests"], {
      env: { ...process.env, PARLEY_DATA: system.data, PORT: new URL(system.url).port },
    });
    return new Client(system.url, stdout.trim());
  }

  async request(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.key}`, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : null };
  }

  /** Like `request`, but any answer other than 2xx is an error that shows what was said. */
  async ok(method: string, path: string, body?: unknown): Promise<any> {
    const answer = await this.request(method, path, body);
    if (answer.status < 200 || answer.status > 299) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Creates and publishes an agent; answers its id. */
  async publish(document: unknown): Promise<string> {
    const { id } = await this.ok("POST", "/agents", { document });
    await this.ok("POST", `/agents/${id}/publish`, {});
    return id;
  }

  /** Asks for the call until `done` holds. Polling is what the public interface offers to scripts. */
  async callUntil(id: string, done: (call: any) => boolean, timeoutMs = 30_000): Promise<any> {
    const until = Date.now() + timeoutMs;
    for (;;) {
      const call = await this.ok("GET", `/calls/${id}`);
      if (done(call)) return call;
      if (Date.now() > until) throw new Error(`The call did not get there: ${JSON.stringify(call, null, 1)}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
