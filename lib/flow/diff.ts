import { words } from "./conditions/registry";
import type { Exit, FlowDocument, FlowNode } from "./document/schema";
import { nodeTypes } from "./nodes/registry";
import { canonicalJson } from "./text/canonical-json";

const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null);
const title = (node: { id: string; name: string }) => `"${node.name.trim() || node.id}"`;
const short = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** What changed from `before` to `after`, in plain words; positions and notes do not count. Empty: nothing that a caller could notice. */
export function diffDocuments(before: FlowDocument, after: FlowDocument): string[] {
  const changes: string[] = [];
  if (before.name !== after.name) changes.push(`The agent is now called "${after.name}".`);
  if (!same(before.persona.instructions, after.persona.instructions)) changes.push("The agent's character was rewritten.");
  if (before.persona.language !== after.persona.language) changes.push(`The language is now ${after.persona.language}.`);
  if (before.start !== after.start) changes.push(`Calls now begin at ${title(after.nodes.find((n) => n.id === after.start) ?? { id: after.start, name: "" })}.`);
  changes.push(...speech(before, after), ...settings(before, after), ...variables(before, after));
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const fresh = new Map(after.nodes.map((node) => [node.id, node]));
  for (const node of after.nodes) {
    const was = old.get(node.id);
    if (!was) changes.push(`New step ${title(node)} (${nodeTypes[node.type].form.label}).`);
    else changes.push(...nodeChanges(was, node, fresh));
  }
  for (const node of before.nodes) if (!fresh.has(node.id)) changes.push(`The step ${title(node)} is gone.`);
  return changes;
}

function speech(before: FlowDocument, after: FlowDocument): string[] {
  const parts = { mode: "way of speaking", stt: "recogniser", llm: "language model", tts: "voice", realtime: "speech-to-speech model", pronunciations: "list of pronunciations" } as const;
  return (Object.keys(parts) as (keyof typeof parts)[]).filter((part) => !same(before.speech[part], after.speech[part])).map((part) => `The ${parts[part]} is another one.`);
}

function settings(before: FlowDocument, after: FlowDocument): string[] {
  return [
    ...(same(before.turnTaking, after.turnTaking) ? [] : ["The turn-taking was changed."]),
    ...(same(before.limits, after.limits) ? [] : ["The limits of a call were changed."]),
    ...(before.timezone === after.timezone ? [] : [`The time zone is now ${after.timezone ?? "the caller's"}.`]),
    ...(same(before.tools, after.tools) ? [] : ["The tools were changed."]),
    ...(same(before.knowledge, after.knowledge) ? [] : ["The knowledge was changed."]),
  ];
}

function variables(before: FlowDocument, after: FlowDocument): string[] {
  const old = new Map(before.variables.map((v) => [v.name, v]));
  const fresh = new Set(after.variables.map((v) => v.name));
  return [
    ...after.variables.flatMap((v) => (!old.has(v.name) ? [`New variable ${v.name}.`] : same(old.get(v.name), v) ? [] : [`The variable ${v.name} was changed.`])),
    ...before.variables.filter((v) => !fresh.has(v.name)).map((v) => `The variable ${v.name} is gone.`),
  ];
}

function nodeChanges(was: FlowNode, node: FlowNode, nodes: Map<string, FlowNode>): string[] {
  if (was.type !== node.type) return [`${title(node)} is now a step of the kind ${nodeTypes[node.type].form.label}.`];
  const changes: string[] = [];
  if (was.name !== node.name) changes.push(`The step ${title(was)} is now called ${title(node)}.`);
  if (was.type === "talk" && node.type === "talk" && !same(was.say, node.say)) changes.push(`${title(node)} now says: "${short(node.say.text)}".`);
  else if (!same(bodyOf(was), bodyOf(node))) changes.push(`${title(node)} was changed.`);
  if (!same(was.global, node.global)) changes.push(node.global ? `${title(node)} is reached from everywhere: ${words(node.global.when)}.` : `${title(node)} is no longer reached from everywhere.`);
  const old = new Map(was.exits.map((exit) => [exit.id, exit]));
  const fresh = new Set(node.exits.map((exit) => exit.id));
  for (const exit of node.exits) {
    const before = old.get(exit.id);
    if (!before) changes.push(`${title(node)} has a new exit: ${row(exit, nodes)}.`);
    else if (before.to !== exit.to || !same(before.when, exit.when)) changes.push(`An exit of ${title(node)} is now: ${row(exit, nodes)}.`);
  }
  for (const exit of was.exits) if (!fresh.has(exit.id)) changes.push(`${title(node)} lost the exit: ${words(exit.when)}.`);
  const common = (exits: Exit[], other: Set<string>) => exits.map((e) => e.id).filter((id) => other.has(id));
  if (!same(common(was.exits, fresh), common(node.exits, new Set(old.keys())))) changes.push(`The exits of ${title(node)} are in another order.`);
  return changes;
}

/** A node without what is told of separately. */
function bodyOf(node: FlowNode): unknown {
  const { position: _p, name: _n, exits: _e, global: _g, ...body } = node;
  return body;
}

function row(exit: Exit, nodes: Map<string, FlowNode>): string {
  const to = exit.to === null ? undefined : nodes.get(exit.to);
  return `${words(exit.when)} → ${to ? title(to) : "nowhere"}`;
}
