import { evaluate, kindOf } from "../conditions/registry";
import type { Moment } from "../conditions/condition-type";
import type { FlowNode } from "../document/schema";
import { nodeTypeOf } from "../nodes/behaviour-of";
import type { Passing } from "../nodes/node-type";
import type { Plan } from "../plan";
import { onlyVariable, plainText, renderTemplate, templateVariables } from "../text/template";
import { convert } from "../values/convert";
import { sayValue } from "../values/say";
import { lookupOf, type Lookup } from "./lookup";
import { askToSpeak, useReply } from "./reply";
import type { State, Utterance } from "./state";
import type { Effect, EndReason, FlowEvent, Trace, VoiceChoice } from "./types";
import type { Value } from "./values";
import { modelOf, voiceOf } from "./voices";
import { GLOBAL_EXIT, type Way } from "./way";

/** Is this a comparison with one of these variables? */
function reads({ when }: Way, names: string[]): boolean {
  return names.length > 0 && when.type === "expression" && when.tests.some((test) => [...templateVariables(test.left), ...templateVariables(test.right)].some((name) => names.includes(name)));
}

/**
 * One step in the making: a copy of the state that may be changed, and what comes out of it. Node types act through this.
 */
export class Run {
  readonly effects: Effect[] = [];
  readonly trace: Trace;
  /** A reply of the model that is at hand for the node it was written for. */
  reply: { request: string; writtenFor: string | null; used: boolean } | null = null;
  /** The caller spoke first, and these are their first words. */
  firstWords = false;
  /** The model failed just now: it is not asked again in this step. */
  modelDown = false;

  constructor(readonly plan: Plan, readonly state: State, event: FlowEvent["type"]) {
    this.trace = { event, node: state.node, considered: [], taken: null, entered: [], changed: [], notes: [] };
  }

  get lookup(): Lookup {
    return lookupOf(this.plan, this.state);
  }

  node(id: string | null): FlowNode | undefined {
    return id !== null && Object.hasOwn(this.plan.nodes, id) ? this.plan.nodes[id] : undefined;
  }

  hasModel(node: FlowNode): boolean {
    return modelOf(this.plan, node) !== undefined;
  }

  note(text: string): void {
    this.trace.notes.push(text);
  }

  /** A text with its variables as they are spoken. */
  speakable(text: string): string {
    const lookup = this.lookup;
    const write = (value: Value, name: string) => sayValue(value, lookup.typeOf(name), this.plan.persona.language);
    return renderTemplate(text, (name) => lookup.value(name), write).trim();
  }

  /** Says a text; nothing happens when it is empty. */
  say(node: FlowNode, template: string): void {
    this.sayText(node, this.speakable(template), templateVariables(template).length === 0);
  }

  /** Says a text that is ready. `fixed`: it is the same in every call. */
  sayText(node: FlowNode, text: string, fixed: boolean): void {
    if (text === "") return;
    const id = this.nextSpeech();
    this.effects.push({ type: "say", id, node: node.id, text, fixed, voice: voiceOf(this.plan, node) });
    this.addLine({ role: "agent", text, at: this.state.at, node: node.id, speech: id });
  }

  nextSpeech(): string {
    return `s${++this.state.speeches}`;
  }

  nextRequest(): string {
    return `r${++this.state.requests}`;
  }

  addLine(line: Utterance): void {
    this.state.transcript.push(line);
  }

  /** A copy on which something can be tried out. */
  scratch(): Run {
    return new Run(this.plan, structuredClone(this.state), this.trace.event);
  }

  /**
   * Lets the model speak for a node: the reply that is at hand when it was written for this node, else a new one. false: there is no
   * model, or it has just failed; nothing is said.
   */
  speakByModel(node: FlowNode, onEntry: boolean): boolean {
    return useReply(this, node) || askToSpeak(this, node, onEntry);
  }

  voice(node: FlowNode): VoiceChoice {
    return voiceOf(this.plan, node);
  }

  /** Sets a variable to a value of its declared type. What the type refuses is noted and becomes unset. */
  assign(name: string, value: Value, why: string): void {
    const lookup = this.lookup;
    const variable = this.plan.variables.find((v) => v.name === name);
    const to = convert(value, variable, lookup.context);
    if (to === null && value !== null && value !== "") this.note(`"${value}" is no ${variable?.type ?? "value"} for ${name}; it is unset`);
    const from = Object.hasOwn(this.state.values, name) ? (this.state.values[name] ?? null) : null;
    if (from === to) return;
    // defineProperty: a variable may be called __proto__.
    Object.defineProperty(this.state.values, name, { value: to, enumerable: true, configurable: true, writable: true });
    this.trace.changed.push({ variable: name, from, to, why });
  }

  /** The value of an assignment: a template that is one variable keeps that variable's type. */
  evaluateTemplate(template: Value): Value {
    if (typeof template !== "string") return template;
    const single = onlyVariable(template);
    const lookup = this.lookup;
    const value = single === null ? undefined : lookup.value(single);
    return value !== undefined && value !== null && value !== "" ? value : renderTemplate(template, (name) => lookup.value(name));
  }

  /** The node's own exits, in order. */
  ownWays(node: FlowNode): Way[] {
    return node.exits.map((exit) => ({ node: node.id, exit: { id: exit.id, to: exit.to }, when: exit.when, own: true }));
  }

  /** The ways to global nodes that are open now: not to the node that the call is in, and not during their cool-down. */
  globalWays(): Way[] {
    return this.plan.globals.flatMap((id) => {
      const node = this.node(id);
      if (!node?.global || id === this.state.node) return [];
      const entered = Object.hasOwn(this.state.globalTurns, id) ? this.state.globalTurns[id] : undefined;
      if (entered !== undefined && node.global.cooldownTurns > 0 && this.state.turn - entered <= node.global.cooldownTurns) return [];
      return [{ node: id, exit: { id: GLOBAL_EXIT, to: id }, when: node.global.when, own: false }];
    });
  }

  /** The first way that holds now and leads somewhere; each one looked at goes into the trace. */
  firstHolding(ways: Way[], moment: Omit<Moment, "lookup">): Way | null {
    const full = { ...moment, lookup: this.lookup };
    for (const way of ways) {
      const verdict = evaluate(way.when, full);
      if (verdict === null) continue;
      const connected = this.node(way.exit.to) !== undefined;
      const evidence = verdict.held && !connected ? `${verdict.evidence}; but this exit leads nowhere` : verdict.evidence;
      this.consider(way, verdict.held && connected, evidence);
      if (verdict.held && connected) return way;
    }
    return null;
  }

  consider(way: Way, held: boolean, evidence: string): void {
    this.trace.considered.push({ node: way.node, exit: way.exit.id, condition: way.when.type, held, evidence });
  }

  /** Goes the way, or null. */
  passingOf(way: Way | null): Passing | null {
    return way === null ? null : { kind: "go", node: way.node, exit: way.exit };
  }

  /** The node has finished: its exits by comparison, outcome and "then", top to bottom; then `otherwise`; else it is done. */
  leave(node: FlowNode, outcome?: "success" | "failure"): Passing {
    // Given up: an old value of what was asked must not decide either; that it is missing may.
    const stale = this.asked(node).filter((name) => plainText(this.lookup.value(name)) !== "");
    const ways = this.ownWays(node).filter((way) => !reads(way, stale));
    const finished = { finished: true, ...(outcome ? { outcome } : {}) };
    const now = ways.filter((way) => way.when.type === "expression" || way.when.type === "outcome" || way.when.type === "always");
    const last = ways.filter((way) => way.when.type === "otherwise");
    return this.passingOf(this.firstHolding(now, finished) ?? this.firstHolding(last, { nothingElse: true })) ?? { kind: "done" };
  }

  /** Variables that the node is asking for. */
  private asked(node: FlowNode): string[] {
    return nodeTypeOf(node).asking?.(this) ?? [];
  }

  /** What the caller's turn is judged by, without a model: comparisons with variables that are being asked for wait for the answer. */
  firstWays(node: FlowNode): Way[] {
    const asked = this.asked(node);
    return this.waysOf(node, "first").filter((way) => !reads(way, asked));
  }

  /** The ways of one stage, the node's own before the global ones. */
  waysOf(node: FlowNode, stage: "first" | "model" | "last" | "silence"): Way[] {
    return [...this.ownWays(node), ...this.globalWays()].filter((way) => kindOf(way.when).stage === stage && (way.own || way.when.type !== "always"));
  }

  end(reason: EndReason, outcome?: string, message?: string): Passing {
    const { state } = this;
    state.status = "ended";
    state.memory = null;
    state.returns = [];
    state.ended = { reason, ...(outcome === undefined ? {} : { outcome }), ...(message === undefined ? {} : { message }) };
    this.effects.push({ type: "hangUp", reason, ...(outcome === undefined ? {} : { outcome }) });
    return { kind: "ended" };
  }
}
