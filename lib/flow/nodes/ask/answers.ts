import type { Run } from "../../engine/run";
import type { Value } from "../../engine/values";
import { wordsOf } from "../../text/words";
import { parseBoolean } from "../../values/boolean";
import { readValue, SELF_IDENTIFYING } from "../../values/index";
import { readKeys } from "../../values/keys";
import { parseText } from "../../values/text";
import { find, GAP, tokensOf, without, type Token } from "../../values/tokens";
import type { CallerAct, Passing } from "../node-type";
import { memoryOf, wantedOf } from "./memory";
import type { AskNode } from "./schema";

type Next = (run: Run, node: AskNode) => Passing;

const REPEAT = new Set(["what", "pardon", "pardon me", "sorry", "excuse me", "again", "repeat", "repeat that", "repeat please", "please repeat", "can you repeat that", "could you repeat that", "can you repeat", "could you repeat", "say that again", "say again", "can you say that again", "what did you say", "come again"]);
const CORRECTIONS = [["no"], ["sorry"], ["i", "mean"], ["i", "meant"], ["actually"], ["make", "that"], ["make", "it"], ["rather"], ["wait"], ["correction"]];

/** The caller's words or keys as answers. null: nothing in them answers a question here. */
export function use(run: Run, node: AskNode, act: CallerAct, modelAhead: boolean, next: Next): Passing | null {
  const memory = memoryOf(run);
  if (memory.open.length + memory.unconfirmed.length === 0) return null;
  if ("pressed" in act) return useKeys(run, node, act.pressed, next);
  if (!act.understood) return null;
  // "Pardon?" is no wrong answer: the question comes again, without a try being counted.
  if (REPEAT.has(wordsOf(act.said).join(" ").replace(/ please$/, ""))) return next(run, node);
  if (memory.unconfirmed.length > 0) return useReadBack(run, node, act.said, next);
  return fill(run, act.said, modelAhead) ? goOn(run, node, next) : null;
}

function useKeys(run: Run, node: AskNode, keys: string, next: Next): Passing | null {
  const memory = memoryOf(run);
  const { context } = run.lookup;
  if (memory.unconfirmed.length > 0) {
    const yes = readKeys(keys, { type: "boolean" }, context);
    if (yes === null) return null;
    return yes === true ? confirmed(run, node, next) : refused(run, node, "", next);
  }
  const variable = memory.open[0]!;
  const value = readKeys(keys, wantedOf(run, variable), context);
  if (value === null) return null;
  accept(run, node, variable, value, `pressed ${keys}`);
  return goOn(run, node, next);
}

/** Something new is known: perhaps a comparison holds now; else what is still missing comes next. */
function goOn(run: Run, node: AskNode, next: Next): Passing {
  const memory = memoryOf(run);
  if (memory.open.length + memory.unconfirmed.length > 0) {
    const way = run.firstHolding(run.firstWays(node).filter((w) => w.when.type === "expression"), {});
    if (way) return { kind: "go", node: way.node, exit: way.exit };
  }
  return next(run, node);
}

/** Takes an answer: at once, or after it was read back. */
export function accept(run: Run, node: AskNode, variable: string, value: Value, why: string): void {
  const memory = memoryOf(run);
  memory.open = memory.open.filter((name) => name !== variable);
  if (node.questions.find((q) => q.variable === variable)?.confirm) {
    memory.unconfirmed.push({ variable, value });
    run.note(`${why}: ${variable} would be ${String(value)}; it is read back first`);
  }
  else run.assign(variable, value, why);
}

function useReadBack(run: Run, node: AskNode, text: string, next: Next): Passing | null {
  const memory = memoryOf(run);
  const { variable } = memory.unconfirmed[0]!;
  const wanted = wantedOf(run, variable);
  const tokens = tokensOf(text);
  const answer = parseBoolean(tokens);
  if (answer?.value === true) return confirmed(run, node, next);
  if (answer?.value === false) return refused(run, node, text, next);
  // "It's four": the right value alone is a no with a correction.
  const corrected = wanted.type === "boolean" || wanted.type === "text" ? null : readValue(tokens, wanted, run.lookup.context, true);
  if (!corrected) return null;
  memory.unconfirmed[0] = { variable, value: corrected.value };
  return next(run, node);
}

function confirmed(run: Run, node: AskNode, next: Next): Passing {
  const { variable, value } = memoryOf(run).unconfirmed.shift()!;
  run.assign(variable, value, "the caller confirmed it");
  return goOn(run, node, next);
}

/** "No": it is asked again; "no, it's four" is a new answer at once. Too many noes are a failure like any other. */
function refused(run: Run, node: AskNode, text: string, next: Next): Passing | null {
  const memory = memoryOf(run);
  const { variable } = memory.unconfirmed[0]!;
  const tokens = tokensOf(text);
  const no = parseBoolean(tokens);
  const rest = no ? without(tokens, no) : tokens;
  const wanted = wantedOf(run, variable);
  const better = wanted.type === "boolean" ? null : wanted.type === "text" ? textAfterNo(rest) : (readValue(rest, wanted, run.lookup.context, true)?.value ?? null);
  if (better !== null) {
    memory.unconfirmed[0] = { variable, value: better };
    return next(run, node);
  }
  const tries = memory.tries.find((t) => t.variable === variable);
  const question = node.questions.find((q) => q.variable === variable);
  if (question && (tries?.count ?? 0) >= question.retries) {
    const passing = run.leave(node, "failure");
    if (passing.kind !== "done") {
      run.note(`gave up: ${variable} was never right`);
      return passing;
    }
  }
  if (tries) tries.count++;
  else memory.tries.push({ variable, count: 1 });
  memory.unconfirmed.shift();
  memory.open.unshift(variable);
  return next(run, node);
}

function textAfterNo(rest: Token[]): Value {
  const words = rest.filter((token) => token !== GAP).map((token) => token.raw).join(" ");
  return words.trim() === "" ? null : parseText(words);
}

/** Fills what the words answer: the question just asked first, then others that the words name beyond doubt. */
function fill(run: Run, text: string, modelAhead: boolean): boolean {
  const memory = memoryOf(run);
  const node = run.node(run.state.node) as AskNode;
  const { context } = run.lookup;
  const why = `heard "${text}"`;
  let tokens = tokensOf(text);
  let filled = false;
  for (const [place, variable] of [...memory.open].entries()) {
    const wanted = wantedOf(run, variable);
    const current = place === 0;
    if (wanted.type === "text") {
      // Free words fit anything: if a model could still judge them as a way out, it goes first.
      if (!current || modelAhead) continue;
      const value = parseText(text);
      if (value === null) continue;
      accept(run, node, variable, value, why);
      return true;
    }
    if (!current && !SELF_IDENTIFYING.has(wanted.type)) continue;
    const after = current && wanted.type !== "boolean" ? afterCorrection(tokens) : null;
    const reading = (after && readValue(after, wanted, context, true)) ?? readValue(tokens, wanted, context, current);
    if (!reading) continue;
    tokens = without(tokens, reading);
    accept(run, node, variable, reading.value, why);
    filled = true;
  }
  return filled;
}

/** "Two, no, three": what comes after the correction counts. */
function afterCorrection(tokens: Token[]): Token[] | null {
  let last = -1;
  for (const words of CORRECTIONS) {
    for (let at = find(tokens, words); at >= 0; at = find(tokens, words, at + 1)) last = Math.max(last, at + words.length);
  }
  return last > 0 && last < tokens.length ? tokens.map((token, i) => (i < last ? GAP : token)) : null;
}
