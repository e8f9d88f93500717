import type { Socket } from "node:net";
import type { Brief } from "@/lib/calls/protocol";

/** Lines of JSON between the main process and a job process. */
export interface FromJob {
  type: "claim";
  id: number;
  jobId: string;
  callId: string;
}
export type ToJob =
  | { type: "brief"; id: number; appUrl: string; brief: Brief }
  | { type: "refused"; id: number; message: string }
  | { type: "stop" };

/** Name of the variable that tells a job process where to connect. */
export const CONTROL_VARIABLE = "PARLEY_CONTROL";

export function readLines<T>(socket: Socket, take: (message: T) => void): void {
  let rest = "";
  socket.setEncoding("utf8");
  socket.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) take(JSON.parse(line) as T);
  });
}
