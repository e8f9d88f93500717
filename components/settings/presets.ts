/** Providers that people know, to save typing. All speak OpenAI's protocol. */
export interface Preset {
  id: string;
  label: string;
  provider: string;
  baseUrl: string;
  needsKey: boolean;
  modelHint: string;
  note?: string;
}

export const PRESETS: Preset[] = [
  { id: "openai", label: "OpenAI", provider: "openai", baseUrl: "https://api.openai.com/v1", needsKey: true, modelHint: "gpt-4.1-mini" },
  { id: "groq", label: "Groq", provider: "groq", baseUrl: "https://api.groq.com/openai/v1", needsKey: true, modelHint: "llama-3.3-70b-versatile" },
  { id: "ollama", label: "Ollama", provider: "ollama", baseUrl: "http://localhost:11434/v1", needsKey: false, modelHint: "llama3.2", note: "Language only. Runs on your own machine." },
  { id: "speaches", label: "Speaches", provider: "speaches", baseUrl: "http://localhost:8000/v1", needsKey: false, modelHint: "Systran/faster-whisper-small", note: "Speech only. Runs on your own machine." },
  { id: "vllm", label: "vLLM", provider: "vllm", baseUrl: "http://localhost:8000/v1", needsKey: false, modelHint: "the model that you serve", note: "Language only. Runs on your own machine." },
  { id: "other", label: "Another one", provider: "", baseUrl: "", needsKey: true, modelHint: "" },
];

export interface ProviderDraft {
  provider: string;
  label: string;
  baseUrl: string;
  model: string;
  apiKey: string;
}

/** What is wrong with the draft, by field; empty when nothing is. */
export function providerErrors(draft: ProviderDraft): Partial<Record<keyof ProviderDraft, string>> {
  const errors: Partial<Record<keyof ProviderDraft, string>> = {};
  if (!/^[a-z0-9][a-z0-9_-]{0,62}$/.test(draft.provider)) errors.provider = "Small letters, digits, - and _, beginning with a letter or digit.";
  else if (draft.provider === "local") errors.provider = "“local” is the built-in speech. Choose another name.";
  if (!isAddress(draft.baseUrl)) errors.baseUrl = "An address that begins with https:// or http://.";
  return errors;
}

function isAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text.trim()).protocol);
  } catch {
    return false;
  }
}
