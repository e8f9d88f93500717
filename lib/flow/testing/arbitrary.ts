import fc from "fast-check";
import { documentSchema, type FlowDocument } from "../document/schema";
import { VARIABLE_TYPES } from "../document/parts";
import type { Condition } from "../conditions/registry";
import { OPERATORS } from "../conditions/expression";

/** Documents and happenings for property tests: small worlds, so that they meet, and ugly on purpose. */
const IDS = ["a", "b", "c", "d", "e", "f"];
const NAMES = ["age", "size", "day", "name", "constructor", "toString"];
const SPEECH = ["", "yes", "no", "yes please", "two", "tomorrow at three", "large", "no, it's four", "my name is Anna", "5 5 5 1 2 3 4", "anna at example dot com", "what", "refund", "…!?", "0", "half past two", "\u0000", "😀", "I would like twenty five of the small ones please"];

const text = fc.oneof({ weight: 5, arbitrary: fc.constantFrom("Hello.", "Hi {{name}}", "{{age | none}} {{now}}", "{{broken", "", "{{constructor}}", "{{heard}}") }, { weight: 1, arbitrary: fc.string({ maxLength: 20 }) });
const name = fc.constantFrom(...NAMES);
const target = fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...IDS) }, { weight: 1, arbitrary: fc.constantFrom("gone", null) });

const test = fc.record({ left: fc.oneof(name.map((n) => `{{${n}}}`), text), op: fc.constantFrom(...OPERATORS), right: fc.constantFrom("", "18", "yes", "tomorrow", "large", "{{size}}", "17:00") });
const expression = fc.record({ type: fc.constant("expression" as const), match: fc.constantFrom("all" as const, "any" as const), tests: fc.array(test, { maxLength: 2 }) });
const otherwise = fc.constant<Condition>({ type: "otherwise" });
const always = fc.constant<Condition>({ type: "always" });
const said: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ type: fc.constant("phrase" as const), phrases: fc.array(fc.constantFrom("yes", "no", "refund", "", "two"), { maxLength: 3 }) }),
  fc.record({ type: fc.constant("keypad" as const), keys: fc.constantFrom("1", "12", "2", "0", "#", "*9") }),
  expression,
  fc.record({ type: fc.constant("silence" as const), seconds: fc.constantFrom(1, 5, 8, 20) }),
  fc.record({ type: fc.constant("prompt" as const), text: fc.constantFrom("wants a refund", "is angry", "") }),
);
const outcome: fc.Arbitrary<Condition> = fc.record({ type: fc.constant("outcome" as const), is: fc.constantFrom("success" as const, "failure" as const) });
const anything = fc.oneof(said, otherwise, always, outcome);

const exitsOf = (condition: fc.Arbitrary<Condition>, last: fc.Arbitrary<Condition>[]) =>
  fc.tuple(fc.array(fc.tuple(condition, target), { maxLength: 3 }), fc.tuple(...last.map((c) => fc.tuple(c, target)))).map(([first, end]) => [...first, ...end].map(([when, to], i) => ({ id: `x${i}`, to, when })));

const global = fc.option(fc.record({ when: fc.oneof(said, otherwise), cooldownTurns: fc.constantFrom(0, 1, 3), comesBack: fc.boolean() }), { nil: undefined, freq: 5 });

const talk = fc.record({ type: fc.constant("talk"), say: fc.record({ mode: fc.constantFrom("fixed", "fixed", "prompt"), text }), wait: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }), exits: exitsOf(said, [fc.oneof(otherwise, always)]), global });
const ask = fc.record({
  type: fc.constant("ask"), exits: exitsOf(anything, [fc.constant<Condition>({ type: "outcome", is: "success" }), fc.constant<Condition>({ type: "outcome", is: "failure" })]),
  questions: fc.array(fc.record({ variable: name, text, retries: fc.constantFrom(0, 1, 2), confirm: fc.boolean(), reask: fc.option(text, { nil: undefined }) }), { minLength: 0, maxLength: 3 }), global,
});
const decide = fc.record({ type: fc.constant("decide"), exits: exitsOf(expression, [otherwise]) });
const set = fc.record({ type: fc.constant("set"), exits: exitsOf(expression, [always]), assign: fc.array(fc.record({ variable: name, value: fc.oneof(text, fc.constantFrom(1, true, null, "tomorrow", "{{size}}")) }), { maxLength: 2 }) });
const end = fc.record({ type: fc.constant("end"), say: fc.option(text, { nil: undefined }), exits: fc.constant([]), global });
const wild = fc.record({ type: fc.constantFrom("talk", "decide", "set", "end"), exits: exitsOf(anything, []) });
const node = fc.oneof({ weight: 4, arbitrary: talk }, { weight: 4, arbitrary: ask }, { weight: 2, arbitrary: decide }, { weight: 2, arbitrary: set }, { weight: 2, arbitrary: end }, { weight: 1, arbitrary: wild });

const variables = fc.uniqueArray(fc.record({ name, type: fc.constantFrom(...VARIABLE_TYPES), choices: fc.constant(["small", "large", "extra large"]), default: fc.constantFrom(null, "yes", "large", 3, "tomorrow") }), { selector: (v) => v.name, maxLength: 5 });

/** Any document, most of them nearly right. */
export const documents: fc.Arbitrary<FlowDocument> = fc.record({
  nodes: fc.array(node, { minLength: 1, maxLength: 6 }),
  variables,
  llm: fc.boolean(),
  firstSpeaker: fc.constantFrom("agent", "agent", "agent", "caller"),
  endAfterSilenceSeconds: fc.constantFrom(3, 30, 600),
}).map(({ nodes, variables: declared, llm, firstSpeaker, endAfterSilenceSeconds }) => documentSchema.parse({
  parley: 1, name: "any", start: "a", variables: declared,
  speech: { ...(llm ? { llm: { provider: "test" } } : {}) },
  turnTaking: { firstSpeaker }, limits: { endAfterSilenceSeconds },
  nodes: nodes.map((n, i) => Object.fromEntries(Object.entries({ ...n, id: IDS[i] }).filter(([, v]) => v !== undefined))),
}));

/** Something that happens; numbers choose among what is possible at that moment. */
export type Happening =
  | { kind: "said"; text: string; understood: boolean }
  | { kind: "pressed"; keys: string }
  | { kind: "silent"; seconds: number }
  | { kind: "spoke"; which: number; share: number; interrupted: boolean }
  | { kind: "routed"; which: number; choice: number | null }
  | { kind: "replied"; which: number; text: string }
  | { kind: "modelFailed"; which: number }
  | { kind: "timeUp" | "hungUp" | "failed" };

export const happenings: fc.Arbitrary<Happening[]> = fc.array(fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: fc.constant("said" as const), text: fc.constantFrom(...SPEECH), understood: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("pressed" as const), keys: fc.constantFrom("1", "12", "2#", "0", "#", "*9", "1430", "5551234567") }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("silent" as const), seconds: fc.constantFrom(1, 5, 8, 20, 700) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("spoke" as const), which: fc.nat(3), share: fc.double({ min: 0, max: 1, noNaN: true }), interrupted: fc.boolean() }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("routed" as const), which: fc.nat(2), choice: fc.constantFrom(null, 0, 1, 2, 3, 99, -1) }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("replied" as const), which: fc.nat(2), text: fc.constantFrom("", "Of course.", " >1 odd ") }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("modelFailed" as const), which: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("timeUp" as const, "hungUp" as const, "failed" as const) }) },
), { maxLength: 25 });
