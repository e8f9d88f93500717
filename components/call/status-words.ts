import type { CallSnapshot } from "./types";

/**
 * What the status line says. It always holds one of Connecting, Listening, Speaking, Ended, or what is wrong and what to do;
 * assistive technology and scripts read it.
 */
export function statusWords(call: Pick<CallSnapshot, "status" | "problem" | "askingForMicrophone" | "endedBy">): string {
  if (call.status === "idle") return "";
  if (call.status === "ended") return "Ended";
  if (call.problem) return `${call.problem.title}${/[.!?…]$/.test(call.problem.title) ? "" : "."} ${call.problem.whatToDo}`;
  switch (call.status) {
    case "connecting":
      return call.askingForMicrophone ? "Connecting – please allow the microphone in the box that your browser shows" : "Connecting…";
    case "waiting-for-agent":
      return "Connecting to the agent…";
    case "listening":
      return "Listening";
    case "thinking":
      return "Listening – thinking about it…";
    case "speaking":
      return "Speaking";
    case "reconnecting":
      return "Connecting again…";
    case "failed":
      return "The call failed. Please try again.";
  }
}

/** "0:07", "12:30", "1:02:03" */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
}
