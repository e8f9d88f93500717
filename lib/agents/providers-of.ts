import type { FlowDocument, ProviderChoice, SpeechSettings } from "@/lib/flow/document/schema";

export interface ProviderUse {
  choice: ProviderChoice;
  /** Path in the document, or in the node when `node` is given. */
  field: string;
  node?: string;
}

/** Providers that a flow needs beside the built-in local speech, each where it is named. */
export function providersOf(flow: { speech: SpeechSettings; nodes: FlowDocument["nodes"] | Record<string, FlowDocument["nodes"][number]> }): ProviderUse[] {
  const nodes = Array.isArray(flow.nodes) ? flow.nodes : Object.values(flow.nodes);
  const uses = parts(flow.speech, flow.speech.mode === "realtime");
  for (const node of nodes) if (node.speech) uses.push(...parts(node.speech, node.speech.mode === "realtime").map((use) => ({ ...use, node: node.id })));
  return uses.filter((use) => use.choice.provider !== "local");
}

function parts(speech: Partial<SpeechSettings>, realtime: boolean): ProviderUse[] {
  const names = realtime ? (["realtime", "llm"] as const) : (["stt", "llm", "tts"] as const);
  return names.flatMap((name) => {
    const choice = speech[name];
    return choice ? [{ choice, field: `speech.${name}.provider` }] : [];
  });
}
