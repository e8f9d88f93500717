import { expectationOf, nextKeys, silenceTimes } from "@/lib/flow/engine/expect";
import { replyParser, type ReplyPiece } from "@/lib/flow/engine/reply-parser";
import { start, step } from "@/lib/flow/engine/step";

/** The parts of the flow engine that drive a call. */
export const engine = { start, step, expectationOf, silenceTimes, nextKeys };
export type Engine = typeof engine;
export { replyParser, type ReplyPiece };
