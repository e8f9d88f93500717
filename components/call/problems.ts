import type { CallProblem } from "./types";

/** What a failed request for the microphone means to the caller. `error` is what getUserMedia threw. */
export function microphoneProblem(error: unknown, secureContext: boolean): CallProblem {
  const name = error instanceof Error ? error.name : "";
  if (!secureContext) {
    return { kind: "microphone-insecure", title: "This page may not use the microphone", whatToDo: "Browsers allow it on https addresses and on localhost only. Open the page there, or type what you want to say." };
  }
  if (name === "NotAllowedError" || name === "SecurityError") {
    return { kind: "microphone-denied", title: "The microphone is not allowed", whatToDo: "Allow it as shown below, then press Try the microphone again – or go on by typing." };
  }
  if (name === "NotFoundError" || name === "OverconstrainedError") {
    return { kind: "microphone-missing", title: "No microphone was found", whatToDo: "Connect one and press Try the microphone again – or go on by typing." };
  }
  if (name === "NotReadableError" || name === "AbortError") {
    return { kind: "microphone-busy", title: "Another program is using the microphone", whatToDo: "Close it there (another call, perhaps) and press Try the microphone again – or go on by typing." };
  }
  return { kind: "microphone-failed", title: "The microphone does not work", whatToDo: "Press Try the microphone again – or go on by typing." };
}

export const NOBODY_YET: CallProblem = { kind: "agent-missing", title: "Nobody has picked up yet. Trying again…", whatToDo: "Please hold the line." };
export const AGENT_LOST: CallProblem = { kind: "agent-lost", title: "The agent lost the line. Bringing it back…", whatToDo: "Please hold the line; the call goes on where it was." };
export const NOBODY_AT_ALL: CallProblem = { kind: "nobody", title: "Nobody can take the call right now", whatToDo: "Please call again in a few minutes." };
export const NETWORK_TROUBLE: CallProblem = { kind: "network", title: "The network is shaky. Reconnecting…", whatToDo: "Stay on this page; the call goes on as soon as you are online again." };
export const NETWORK_LOST: CallProblem = { kind: "network-lost", title: "The connection was lost", whatToDo: "Check your network and call again." };
export const CANNOT_CONNECT: CallProblem = { kind: "cannot-connect", title: "The call could not be connected", whatToDo: "Check your network and try again. Some company networks block calls in the browser." };
export const OTHER_TAB: CallProblem = { kind: "other-tab", title: "This call went on in another window", whatToDo: "Go to that window, or start a new call here." };

/** An answer of the server (RFC 9457) that is no success. */
export interface ProblemDetails {
  type?: string;
  title?: string;
  detail?: string;
  status?: number;
}

/** Thrown by whatever fetches a call's credentials when the server says no; the session shows it as it is. */
export class CallRefused extends Error {
  constructor(readonly problem: CallProblem) {
    super(problem.title);
    this.name = "CallRefused";
  }
}

/** Why a call could not be started, from what was thrown. */
export function startProblem(error: unknown): CallProblem {
  if (error instanceof CallRefused) return error.problem;
  if (typeof navigator !== "undefined" && navigator.onLine === false) return { kind: "offline", title: "You are offline", whatToDo: "Connect to the internet and try again." };
  return CANNOT_CONNECT;
}
