import { LOCAL_SPEECH_LIMITS } from "./limits";

/** Who can listen, think and talk: data that the editor, the linter and the worker share. */
export type SpeechPart = "stt" | "llm" | "tts";

export interface CatalogueVoice {
  id: string;
  name: string;
  language: string;
  /** How it sounds, in a few words. */
  description: string;
}

export interface CatalogueModel {
  id: string;
  name: string;
}

export interface CatalogueProvider {
  /** As it stands in the flow document: `{ "provider": "local" }`. */
  id: string;
  name: string;
  description: string;
  parts: SpeechPart[];
  /** True when it needs an entry in Settings. */
  needsCredentials: boolean;
  cost: string;
  limits: readonly string[];
  /** BCP 47; `any` when the model decides. */
  languages: string[] | "any";
  /** Voices to choose from; others may be typed in when `ownVoices`. */
  voices: CatalogueVoice[];
  ownVoices: boolean;
  /** Models to choose from; any other may be typed in when credentials are needed. */
  models: Partial<Record<SpeechPart, CatalogueModel[]>>;
  /** Where its endpoint usually is, to start from in Settings. */
  baseUrl?: string;
}

/** The voice of an agent that has chosen none. */
export const DEFAULT_LOCAL_VOICE = "slt";

const LOCAL: CatalogueProvider = {
  id: "local",
  name: "Local speech",
  description: LOCAL_SPEECH_LIMITS.short,
  parts: ["stt", "tts"],
  needsCredentials: false,
  cost: "Free. Runs on this machine.",
  limits: [...LOCAL_SPEECH_LIMITS.listens, ...LOCAL_SPEECH_LIMITS.speaks],
  languages: ["en"],
  voices: [
    { id: "slt", name: "Slt", language: "en-US", description: "woman, American" },
    { id: "rms", name: "Rms", language: "en-US", description: "man, American" },
    { id: "awb", name: "Awb", language: "en-GB", description: "man, Scottish" },
    { id: "kal16", name: "Kal", language: "en-US", description: "man, American, plain" },
  ],
  ownVoices: false,
  models: {},
};

const OPENAI: CatalogueProvider = {
  id: "openai",
  name: "OpenAI, or anything that speaks its language",
  description: "OpenAI, Groq, Ollama, vLLM, Speaches and others with the same interface, by base URL, key and model.",
  parts: ["stt", "llm", "tts"],
  needsCredentials: true,
  cost: "Billed by the provider; your own endpoint costs nothing more.",
  limits: [],
  languages: "any",
  voices: ["alloy", "ash", "ballad", "coral", "echo", "fable", "nova", "onyx", "sage", "shimmer", "verse", "marin", "cedar"].map((id) => ({
    id,
    name: id[0]!.toUpperCase() + id.slice(1),
    language: "any",
    description: "OpenAI voice, any language",
  })),
  ownVoices: true,
  models: {
    stt: [{ id: "gpt-4o-mini-transcribe", name: "GPT-4o mini Transcribe" }, { id: "gpt-4o-transcribe", name: "GPT-4o Transcribe" }, { id: "whisper-1", name: "Whisper" }],
    llm: [{ id: "gpt-4.1-mini", name: "GPT-4.1 mini" }, { id: "gpt-4.1", name: "GPT-4.1" }, { id: "gpt-4o-mini", name: "GPT-4o mini" }],
    tts: [{ id: "gpt-4o-mini-tts", name: "GPT-4o mini TTS" }, { id: "tts-1", name: "TTS 1" }],
  },
  baseUrl: "https://api.openai.com/v1",
};

export const PROVIDERS: readonly CatalogueProvider[] = [LOCAL, OPENAI];

/** The catalogue's entry; any name that is not local speech is an entry of the workspace's Settings of the OpenAI kind. */
export function providerOf(id: string): CatalogueProvider {
  return id === LOCAL.id ? LOCAL : OPENAI;
}

export function voicesOf(id: string): CatalogueVoice[] {
  return providerOf(id).voices;
}
