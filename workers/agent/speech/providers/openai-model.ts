import { llm } from "@livekit/agents";
import { LLM } from "@livekit/agents-plugin-openai";
import { SpeechError, type ChatMessage, type Model, type ModelOptions } from "../types";
import { describeFailure, openClient, type Endpoint } from "./endpoint";
import { ensureLogger } from "./openai-recogniser";

const CONNECTION = { maxRetry: 1, retryIntervalMs: 200, timeoutMs: 15_000 };

export interface ModelSettings extends Endpoint {
  model: string;
  temperature?: number;
}

/** A chat model behind an OpenAI-compatible endpoint. */
export function openAiModel(settings: ModelSettings): Model {
  ensureLogger();
  const model = new LLM({ client: openClient(settings), apiKey: settings.apiKey || "none", model: settings.model, ...(settings.temperature === undefined ? {} : { temperature: settings.temperature }) });
  return { reply: (messages, options) => reply(model, settings, messages, options) };
}

async function* reply(model: LLM, settings: ModelSettings, messages: ChatMessage[], { signal, temperature, maxTokens }: ModelOptions = {}): AsyncGenerator<string> {
  if (signal?.aborted) return;
  let failure: unknown = null;
  const onError = (event: { error: unknown; recoverable: boolean }) => {
    if (!event.recoverable) failure = event.error;
  };
  const chatCtx = new llm.ChatContext();
  for (const { role, content } of messages) chatCtx.addMessage({ role, content });
  // Errors come as events of the model, not of the stream; one reply at a time listens.
  model.on("error", onError);
  const stream = model.chat({
    chatCtx,
    connOptions: CONNECTION,
    extraKwargs: { ...(temperature === undefined ? {} : { temperature }), ...(maxTokens === undefined ? {} : { max_completion_tokens: maxTokens }) },
  });
  const abort = () => stream.close();
  signal?.addEventListener("abort", abort, { once: true });
  try {
    for await (const chunk of stream) {
      if (signal?.aborted) return;
      const text = chunk.delta?.content;
      if (text) yield text;
    }
    if (failure !== null && !signal?.aborted) throw new SpeechError(describeFailure(failure, settings), "model", { cause: failure });
  } finally {
    signal?.removeEventListener("abort", abort);
    model.off("error", onError);
    stream.close();
  }
}
