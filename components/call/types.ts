/** What the caller's page and the editor's Talk dock know of a call. Plain data: no LiveKit, no React. */

export type CallStatus = "idle" | "connecting" | "waiting-for-agent" | "listening" | "speaking" | "thinking" | "reconnecting" | "ended" | "failed";

/** Something is wrong: what, and what the caller can do about it. */
export interface CallProblem {
  /** Stable name, for pictures and tests: "microphone-denied". */
  kind: string;
  title: string;
  whatToDo: string;
}

export interface TranscriptEntry {
  /** The caption's segment id; the same id again replaces the text. */
  id: string;
  role: "agent" | "caller";
  text: string;
  /** False while words may still change. */
  final: boolean;
  /** How it was said; absent: by voice. */
  how?: "typed" | "keys";
  /** Typed here, and not yet confirmed by the agent's caption of it. */
  pending?: boolean;
  /** The recogniser heard speech that it could not place. */
  notUnderstood?: boolean;
  /** The agent was cut off; `text` is what was heard. */
  interrupted?: boolean;
}

export interface CallCredentials {
  callId: string;
  serverUrl: string;
  token: string;
}

export interface CallSnapshot {
  status: CallStatus;
  /** Something is wrong with the line. The call goes on where it can (agent gone for a moment); with status "failed" it does not. */
  problem: CallProblem | null;
  /** The microphone cannot be had; the call goes on by typing and keys. */
  microphoneProblem: CallProblem | null;
  transcript: TranscriptEntry[];
  muted: boolean;
  /** The microphone is published; false when the caller takes part by typing and keys only. */
  hasMicrophone: boolean;
  /** The browser shows its question and waits for the caller to allow the microphone. */
  askingForMicrophone: boolean;
  /** The browser holds back sound until the caller presses something: call `playSound()`. */
  soundBlocked: boolean;
  callId: string | null;
  /** The caller's token for the room; proves to our own server that it is this caller. */
  callToken: string | null;
  /** Milliseconds since the epoch. */
  connectedAt: number | null;
  endedAt: number | null;
  /** Who ended it, as far as the page knows. */
  endedBy: "caller" | "agent" | null;
}

/** Sound level from 0 to 1, apart from the snapshot because it changes many times a second. */
export interface LevelSource {
  /** 0 to 1; of the agent while it speaks, else of the microphone. */
  get(): number;
}
