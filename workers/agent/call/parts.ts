import type { VoiceChoice } from "@/lib/flow/engine/types";
import type { Model, Recogniser, Voice } from "../speech/types";

/** Who listens, talks and thinks in one call. */
export interface SpeechParts {
  recogniser: Recogniser;
  /** The voice of a node; without a choice, the call's. Cheap: voices are kept. */
  voice(choice?: VoiceChoice): Voice;
  /** Null when the flow has no language model. */
  model(choice?: { provider: string; model?: string; temperature?: number }): Model | null;
  /** Speaks when the chosen voice fails. */
  fallback: Voice;
  stop(): Promise<void>;
}
