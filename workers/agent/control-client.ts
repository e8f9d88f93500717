import { connect, type Socket } from "node:net";
import type { Brief } from "@/lib/calls/protocol";
import { CONTROL_VARIABLE, readLines, type FromJob, type ToJob } from "./control-messages";

/** A job process's side of the line to the main process. */
export class ControlClient {
  /** The worker is going to stop: end the call politely. */
  onStop: () => void = () => {};
  /** The main process is gone; nobody will supervise this one any more. */
  onLost: () => void = () => {};
  private nextId = 1;
  private readonly waiting = new Map<number, { resolve: (answer: { appUrl: string; brief: Brief }) => void; reject: (error: Error) => void }>();

  private constructor(private readonly socket: Socket) {
    readLines<ToJob>(socket, (message) => this.take(message));
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      for (const { reject } of this.waiting.values()) reject(new Error("the worker's main process is gone"));
      this.waiting.clear();
      this.onLost();
    });
  }

  static async open(path: string | undefined = process.env[CONTROL_VARIABLE]): Promise<ControlClient> {
    if (!path) throw new Error(`${CONTROL_VARIABLE} is not set: a job process is started by the agent worker only.`);
    const socket = connect(path);
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("error", reject);
    });
    // A job process that has nothing else to do may exit.
    socket.unref();
    return new ControlClient(socket);
  }

  /** The brief of the call that this job was given, and where to report. */
  claim(jobId: string, callId: string): Promise<{ appUrl: string; brief: Brief }> {
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      const message: FromJob = { type: "claim", id, jobId, callId };
      this.socket.write(`${JSON.stringify(message)}\n`);
    });
  }

  private take(message: ToJob): void {
    if (message.type === "stop") return this.onStop();
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.type === "brief") waiting?.resolve({ appUrl: message.appUrl, brief: message.brief });
    else waiting?.reject(new Error(message.message));
  }
}
