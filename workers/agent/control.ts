import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Brief } from "@/lib/calls/protocol";
import { readLines, type FromJob, type ToJob } from "./control-messages";

/**
 * The main process's side of the line to its job processes: a job asks for the brief of the call it was given, and is told
 * when the worker is going to stop. This way the worker key never reaches a job process.
 */
export class Control {
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly directory: string,
    readonly path: string,
  ) {}

  /** @param brief gives the brief of a call for a job that this worker has accepted, and rejects for any other */
  static async listen(appUrl: string, brief: (jobId: string, callId: string) => Promise<Brief>): Promise<Control> {
    // Only this user can enter the directory, so only our own processes can connect.
    const directory = mkdtempSync(join(tmpdir(), "parley-"));
    const path = process.platform === "win32" ? `\\\\.\\pipe\\${directory.replace(/\W/g, "-")}` : join(directory, "control");
    const server = createServer((socket) => {
      control.sockets.add(socket);
      socket.on("close", () => control.sockets.delete(socket));
      socket.on("error", () => socket.destroy());
      readLines<FromJob>(socket, (message) => void answer(socket, message, appUrl, brief));
    });
    const control = new Control(server, directory, path);
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(path, resolve);
    });
    return control;
  }

  /** Tells every job to end its call politely. */
  stopJobs(): void {
    for (const socket of this.sockets) send(socket, { type: "stop" });
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

async function answer(socket: Socket, message: FromJob, appUrl: string, brief: (jobId: string, callId: string) => Promise<Brief>): Promise<void> {
  try {
    send(socket, { type: "brief", id: message.id, appUrl, brief: await brief(message.jobId, message.callId) });
  } catch (error) {
    send(socket, { type: "refused", id: message.id, message: error instanceof Error ? error.message : "unknown" });
  }
}

function send(socket: Socket, message: ToJob): void {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
}
