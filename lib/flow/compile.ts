import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { nodeTypeOf } from "./nodes/behaviour-of";
import type { FlowDocument, FlowNode } from "./document/schema";
import { sentencesIn } from "./engine/sentences";
import type { VoiceChoice } from "./engine/types";
import { voiceOf } from "./engine/voices";
import { lint } from "./lint";
import type { LintOptions } from "./lint/context";
import type { Plan } from "./plan";
import type { Problem } from "./problem";
import { canonicalJson } from "./text/canonical-json";
import { templateVariables } from "./text/template";

/** Document → plan, frozen. Takes any well-formed document, also one with lint errors (a draft can be tried); never throws. */
export function compile(document: FlowDocument): Plan {
  const copy = structuredClone(document);
  // The first of two nodes with one id counts; the linter reports the other.
  const nodes = new Map<string, FlowNode>();
  for (const node of copy.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node);
  return deepFreeze({
    parley: 1,
    hash: hashOf(document),
    name: copy.name,
    start: copy.start,
    persona: copy.persona,
    speech: copy.speech,
    turnTaking: copy.turnTaking,
    limits: copy.limits,
    ...(copy.timezone ? { timezone: copy.timezone } : {}),
    routing: copy.routing ?? "fused",
    variables: copy.variables,
    nodes: Object.fromEntries(nodes),
    globals: [...nodes.values()].filter((node) => node.global).map((node) => node.id),
    fixedSpeech: fixedSpeechOf(copy, [...nodes.values()]),
  } satisfies Plan);
}

export type Compiled = { ok: true; plan: Plan; warnings: Problem[] } | { ok: false; problems: Problem[] };

/** As publishing does: lints first, and gives a plan only when there are no errors. */
export function compileChecked(document: FlowDocument, options: LintOptions = {}): Compiled {
  const problems = lint(document, options);
  return problems.some((p) => p.severity === "error") ? { ok: false, problems } : { ok: true, plan: compile(document), warnings: problems };
}

/** SHA-256 of the document with its keys in order: the same content has the same hash, however it was written. */
export function hashOf(document: FlowDocument): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(document))));
}

/** What will be said word for word, nearest to the start first: a call begins with it, so it is synthesised first. */
function fixedSpeechOf(document: FlowDocument, nodes: FlowNode[]): Plan["fixedSpeech"] {
  const sentences = sentencesIn(document.persona.language);
  const speech = new Map<string, { text: string; voice: VoiceChoice }>();
  const add = (text: string, voice: VoiceChoice) => {
    const trimmed = text.trim();
    if (trimmed !== "" && templateVariables(trimmed).length === 0) speech.set(JSON.stringify([trimmed, voice]), { text: trimmed, voice });
  };
  const ordered = byDistance(document, nodes);
  for (const node of ordered) for (const { text } of nodeTypeOf(node).texts(node)) add(text, voiceOf(document, node));
  for (const node of ordered) {
    if (node.type !== "ask") continue;
    for (const question of node.questions) {
      const variable = document.variables.find((v) => v.name === question.variable);
      const text = question.text.trim() || sentences.question(question.variable);
      add(text, voiceOf(document, node));
      if (!question.reask?.trim()) add(`${sentences.wanted(variable?.type ?? "text", variable?.choices ?? [])} ${text}`, voiceOf(document, node));
    }
  }
  for (const text of [sentences.cannotGoOn, sentences.modelUnavailable]) add(text, voiceOf(document));
  return [...speech.values()];
}

function byDistance(document: FlowDocument, nodes: FlowNode[]): FlowNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const order = new Map<string, FlowNode>();
  const queue = [document.start, ...nodes.filter((node) => node.global).map((node) => node.id)];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const node = byId.get(id);
    if (!node || order.has(id)) continue;
    order.set(id, node);
    for (const exit of node.exits) if (exit.to !== null) queue.push(exit.to);
  }
  return [...order.values(), ...nodes.filter((node) => !order.has(node.id))];
}

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === "object" && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
