import type { FlowNode, ProviderChoice, SpeechSettings } from "../document/schema";
import type { ModelChoice, VoiceChoice } from "./types";

type Speaking = { speech: SpeechSettings };

/** The voice of a node: its own, or the flow's. */
export function voiceOf(plan: Speaking, node?: Pick<FlowNode, "speech">): VoiceChoice {
  const { provider, model, voice, speed } = node?.speech?.tts ?? plan.speech.tts;
  return { provider, ...defined({ model, voice, speed }) };
}

/** The model that thinks for a node: its own, or the flow's; undefined when there is none. A speech-to-speech model thinks too. */
export function modelOf(plan: Speaking, node?: Pick<FlowNode, "speech">): ModelChoice | undefined {
  const chosen: ProviderChoice | undefined = node?.speech?.llm ?? plan.speech.llm ?? ((node?.speech?.mode ?? plan.speech.mode) === "realtime" ? (node?.speech?.realtime ?? plan.speech.realtime) : undefined);
  return chosen && { provider: chosen.provider, ...defined({ model: chosen.model, temperature: chosen.temperature }) };
}

/** Who listens in a node. */
export function recogniserOf(plan: Speaking, node?: Pick<FlowNode, "speech">): ProviderChoice {
  return node?.speech?.stt ?? plan.speech.stt;
}

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
