import type { Model, Recogniser, Voice } from "./types";
import { openAiModel } from "./providers/openai-model";
import { openAiRecogniser } from "./providers/openai-recogniser";
import { openAiVoice } from "./providers/openai-voice";
import { SpeechError } from "./types";

const OPENAI_URL = "https://api.openai.com/v1";
const DEFAULT_MODELS = { recogniser: "gpt-4o-mini-transcribe", voice: "gpt-4o-mini-tts", model: "gpt-4.1-mini" } as const;
const DEFAULT_VOICE = "alloy";

/** What a flow chose for one part of the call. */
export interface Choice {
  provider: string;
  model?: string;
  voice?: string;
  speed?: number;
  language?: string;
  temperature?: number;
}

/** What the brief holds to open that provider with. */
export interface Credentials {
  provider: string;
  baseUrl?: string;
  apiKey?: string;
}

/** The recogniser that the flow chose. @throws SpeechError when Settings have no such provider */
export function recogniserFor(choice: Choice, credentials: readonly Credentials[]): Recogniser {
  const { language } = choice;
  return openAiRecogniser({ ...endpointFor(choice, credentials, "recogniser"), model: choice.model ?? DEFAULT_MODELS.recogniser, ...(language ? { language } : {}) });
}

/** The voice that the flow chose. @throws SpeechError when Settings have no such provider */
export function voiceFor(choice: Choice, credentials: readonly Credentials[]): Voice {
  const { provider, model = DEFAULT_MODELS.voice, voice = DEFAULT_VOICE, speed = 1 } = choice;
  return openAiVoice({ ...endpointFor(choice, credentials, "voice"), provider, model, voice, speed });
}

/** The language model that the flow chose. @throws SpeechError when Settings have no such provider */
export function modelFor(choice: Choice, credentials: readonly Credentials[]): Model {
  const { model = DEFAULT_MODELS.model, temperature } = choice;
  return openAiModel({ ...endpointFor(choice, credentials, "model"), model, ...(temperature === undefined ? {} : { temperature }) });
}

function endpointFor({ provider }: Choice, credentials: readonly Credentials[], part: SpeechError["part"]) {
  const found = credentials.find((entry) => entry.provider === provider);
  if (!found) throw new SpeechError(`This agent uses "${provider}", which Settings do not have.`, part);
  return { baseUrl: found.baseUrl || OPENAI_URL, ...(found.apiKey ? { apiKey: found.apiKey } : {}) };
}
