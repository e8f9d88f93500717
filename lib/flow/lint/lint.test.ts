import { describe, expect, it } from "vitest";
import { newDocument } from "../document/new-document";
import { nodeDescriptions } from "../nodes/registry";
import { documentSchema, type FlowDocumentInput } from "../document/schema";
import { compares, end, failed, flow, goesOn, LLM, model, otherwise, presses, says, silent, talk, wants, worked } from "../testing/flow";
import { applyFix } from "./apply-fix";
import { lint, type LintOptions } from "./index";

type Nodes = Parameters<typeof flow>[0];
const found = (nodes: Nodes, rest: Partial<FlowDocumentInput> = {}, options: LintOptions = {}) => lint(flow(nodes, rest), options).map((p) => `${p.severity} ${p.rule}${p.node ? ` @${p.node}` : ""}`);
const asks = (exits: object[], questions: object[] = [{ variable: "n", text: "n?" }]) => ({ id: "q", type: "ask" as const, questions, exits }) as Nodes[number];
const N = { variables: [{ name: "n", type: "number" as const }] };
const e = end("e");

describe("a sound flow", () => {
  it("has no problems", () => expect(found([talk("t", "Hi", [says("e", "yes"), otherwise("e")]), e])).toEqual([]));
  it("a new document has none either", () => expect(lint(newDocument("x"))).toEqual([]));
  it("one prompt step with a model is a whole agent", () => expect(found([model("m", "Chat.")], LLM)).toEqual([]));
  it.each(nodeDescriptions.map((d) => [d.type, d] as const))("a %s as the palette drops it is no error", (_type, description) => {
    const document = newDocument("x");
    const dropped = documentSchema.parse({ ...document, nodes: [...document.nodes, description.create("fresh", { x: 0, y: 0 })] });
    expect(lint(dropped).filter((p) => p.severity === "error")).toEqual([]);
  });
});

describe("structure", () => {
  it.each<[string, Nodes, Partial<FlowDocumentInput>, string]>([
    ["a step that no call gets to", [talk("t", "Hi", [otherwise("e")]), e, talk("lost", "?", [otherwise("e")])], {}, "warning unreachable-node @lost"],
    ["a talk that leads nowhere", [talk("t", "Hi")], {}, "warning dead-end @t"],
    ["a talk that passes on to nowhere", [talk("t", "Hi", [goesOn(null)], { wait: false })], {}, "error dead-end @t"],
    ["an exit to a missing step", [talk("t", "Hi", [says("gone", "yes"), otherwise("e")]), e], {}, "error dangling-exit @t"],
    ["an exit that is not connected", [talk("t", "Hi", [says(null, "yes"), otherwise("e")]), e], {}, "warning dangling-exit @t"],
    ["a decide whose otherwise is not connected", [{ id: "d", type: "decide", exits: [compares("e", "{{n}}", "==", "1"), otherwise(null)] }, e], N, "error dangling-exit @d"],
    ["a decide without otherwise", [{ id: "d", type: "decide", exits: [compares("e", "{{n}}", "==", "1")] }, e], N, "error missing-otherwise @d"],
    ["a talk without otherwise", [talk("t", "Hi", [says("e", "yes")]), e], {}, "warning missing-otherwise @t"],
    ["an ask without success", [asks([failed("e")]), e], N, "error missing-success @q"],
    ["an ask without failure", [asks([worked("e")]), e], N, "warning missing-failure @q"],
    ["a start that does not exist", [talk("t", "Hi", [otherwise("e")]), e], { start: "nowhere" }, "error missing-start"],
    ["two steps with one id", [talk("t", "Hi", [otherwise("e")]), e, end("t")], {}, "error duplicate-id @t"],
    ["a ring of steps that never listens", [talk("t", "Hi", [goesOn("u")], { wait: false }), { id: "u", type: "set", assign: [{ variable: "n", value: 1 }], exits: [goesOn("t")] }], N, "error silent-loop @t"],
    ["a step that leads to itself without listening", [{ id: "d", type: "decide", exits: [compares("e", "{{n}}", "==", "1"), otherwise("d")] }, e], N, "error silent-loop @d"],
  ])("%s", (_name, nodes, rest, expected) => expect(found(nodes, rest)).toContain(expected));

  it("a loop through a step that listens is no problem", () => expect(found([talk("t", "Hi", [otherwise("u")]), talk("u", "Ho", [goesOn("t")], { wait: false })])).toEqual([]));
  it("an answer by the way needs no exit when the call goes back", () => {
    expect(found([talk("t", "Hi", [otherwise("e")]), e, talk("g", "Nine to five.", [], { wait: false, global: { when: { type: "phrase", phrases: ["hours"] }, comesBack: true } })])).toEqual([]);
  });
});

describe("exits that cannot hold", () => {
  it.each<[string, Nodes, Partial<FlowDocumentInput>, string]>([
    ["below then, in a step that passes on", [talk("t", "Hi", [goesOn("e"), compares("e", "{{n}}", "exists")], { wait: false }), e], N, "warning exit-never-wins @t"],
    ["words in a step that does not listen", [talk("t", "Hi", [says("e", "yes"), goesOn("e")], { wait: false }), e], {}, "warning exit-never-wins @t"],
    ["the same keys twice", [talk("t", "Hi", [presses("e", "1"), { ...presses("e", "1"), id: "x" }, otherwise("e")]), e], {}, "warning exit-never-wins @t"],
    ["the same comparison twice", [talk("t", "Hi", [compares("e", "{{n}}", "==", "1"), { ...compares("e", "{{n}}", "==", "1"), id: "x" }, otherwise("e")]), e], N, "warning exit-never-wins @t"],
    ["words that an exit above has all of", [talk("t", "Hi", [says("e", "yes"), says("e", "oh yes", "Yes!"), otherwise("e")]), e], {}, "warning exit-never-wins @t"],
    ["a second otherwise", [talk("t", "Hi", [otherwise("e"), { ...otherwise("e"), id: "x" }]), e], {}, "warning exit-never-wins @t"],
    ["a longer silence than another one", [talk("t", "Hi", [silent("e", 20), silent("e", 5), otherwise("e")]), e], {}, "warning exit-never-wins @t"],
    ["some words that an exit above has", [talk("t", "Hi", [says("e", "yes"), says("e", "yes please", "maybe"), otherwise("e")]), e], {}, "warning shared-words @t"],
    ["an outcome in a talk", [talk("t", "Hi", [worked("e"), otherwise("e")]), e], {}, "error condition-not-allowed @t"],
    ["words in a decide", [{ id: "d", type: "decide", exits: [says("e", "yes"), otherwise("e")] }, e], {}, "error condition-not-allowed @d"],
    ["a phrase exit without phrases", [talk("t", "Hi", [{ id: "p", to: "e", when: { type: "phrase", phrases: ["", "…"] } }, otherwise("e")]), e], {}, "warning empty-phrases @t"],
    ["a comparison of nothing", [talk("t", "Hi", [{ id: "p", to: "e", when: { type: "expression", tests: [] } }, otherwise("e")]), e], {}, "warning empty-expression @t"],
  ])("%s", (_name, nodes, rest, expected) => expect(found(nodes, rest)).toContain(expected));

  it("the longer phrase above the shorter one is fine", () => expect(found([talk("t", "Hi", [says("e", "no thanks"), says("e", "no"), otherwise("e")]), e])).toEqual([]));
  it("in a talk that waits, a comparison below then still has its turn", () => expect(found([talk("t", "Hi", [goesOn("e"), compares("e", "{{n}}", "exists")]), e], N)).toEqual([]));
});

describe("the model, variables and speech", () => {
  it.each<[string, Nodes, Partial<FlowDocumentInput>, LintOptions, string]>([
    ["a prompt step without a model", [model("m", "Chat.")], {}, {}, "error no-model @m"],
    ["a prompt exit without a model", [talk("t", "Hi", [wants("e", "a refund"), otherwise("e")]), e], {}, {}, "error no-model @t"],
    ["a global prompt without a model", [talk("t", "Hi", [otherwise("e")]), { ...e, global: { when: { type: "prompt", text: "is angry" } } } as Nodes[number]], {}, {}, "error no-model @e"],
    ["an unknown variable in a text", [talk("t", "Hi {{nam}}", [otherwise("e")]), e], {}, {}, "warning unknown-variable @t"],
    ["an unknown variable in a comparison", [talk("t", "Hi", [compares("e", "{{nam}}", "exists"), otherwise("e")]), e], {}, {}, "warning unknown-variable @t"],
    ["an undeclared variable that is asked for", [asks([worked("e"), failed("e")], [{ variable: "x", text: "?" }]), e], {}, {}, "warning unknown-variable @q"],
    ["a template that is not closed", [talk("t", "Hi {{name", [otherwise("e")]), e], {}, {}, "warning wrong-template @t"],
    ["a name instead of a variable", [talk("t", "Hi", [compares("e", "n", "==", "1"), otherwise("e")]), e], N, {}, "warning wrong-template @t"],
    ["a choice without choices", [talk("t", "Hi", [otherwise("e")]), e], { variables: [{ name: "c", type: "choice" }] }, {}, "error choice-without-choices"],
    ["two variables of one name", [talk("t", "Hi", [otherwise("e")]), e], { variables: [{ name: "c" }, { name: "c" }] }, {}, "error duplicate-variable"],
    ["a default of the wrong type", [talk("t", "Hi", [otherwise("e")]), e], { variables: [{ name: "c", type: "number", default: "old" }] }, {}, "warning wrong-default"],
    ["free words with local speech", [asks([worked("e"), failed("e")], [{ variable: "x", text: "?" }]), e], { variables: [{ name: "x", type: "text" }] }, {}, "warning local-free-speech @q"],
    ["a word that local speech does not know", [talk("t", "Hi", [says("e", "zzyzx"), otherwise("e")]), e], {}, { knows: (w) => w !== "zzyzx" }, "warning unknown-word @t"],
    ["another language with local speech", [talk("t", "Hi", [otherwise("e")]), e], { persona: { language: "de-DE" } }, {}, "warning local-language"],
    ["a time zone that does not exist", [talk("t", "Hi", [otherwise("e")]), e], { timezone: "Mars/Base" }, {}, "error unknown-timezone"],
    ["a provider that is not set up", [talk("t", "Hi", [otherwise("e")]), e], LLM, { providers: ["openai"] }, "warning unknown-provider"],
    ["a step that says nothing", [talk("t", " ", [otherwise("e")]), e], {}, {}, "warning empty-text @t"],
  ])("%s", (_name, nodes, rest, options, expected) => expect(found(nodes, rest, options)).toContain(expected));

  it("a word is known once it is said how it sounds", () => {
    const nodes = [talk("t", "Hi", [says("e", "zzyzx"), otherwise("e")]), e];
    expect(found(nodes, { speech: { pronunciations: [{ word: "Zzyzx", soundsLike: "zizzex" }] } }, { knows: () => false })).toEqual([]);
  });
  it("a word with an apostrophe is asked for as dictionaries write it", () => {
    expect(found([talk("t", "Hi", [says("e", "I don’t know"), otherwise("e")]), e], {}, { knows: (w) => ["i", "don't", "know"].includes(w) })).toEqual([]);
  });
  it("built-in variables are known", () => expect(found([talk("t", "{{now}} {{caller.number | you}} {{heard}}", [otherwise("e")]), e])).toEqual([]));
});

describe("fixes", () => {
  it("every offered fix solves its problem and keeps the rest", () => {
    const documents = [
      flow([talk("t", "Hi {{nam}}", [says("gone", "yes"), says("e", "yes please", "ok"), presses("e", "1"), { ...presses("e", "1"), id: "x" }]), e, end("t")], { variables: [{ name: "c" }, { name: "c" }, { name: "d", type: "number", default: "old" }], timezone: "Mars/Base" }),
      flow([asks([], [{ variable: "n", text: "?" }, { variable: "n", text: "?" }]), e], { start: "nowhere", ...N }),
      flow([{ id: "d", type: "decide", exits: [compares("e", "n", "==", "1")] }, e, model("m", "Chat", [worked("e")])], N),
    ];
    let tried = 0;
    for (const document of documents) {
      const before = structuredClone(document);
      for (const problem of lint(document)) {
        if (!problem.autofix) continue;
        const fixed = applyFix(document, problem);
        expect(fixed).not.toBeNull();
        expect(lint(fixed!).some((p) => p.rule === problem.rule && p.node === problem.node && p.field === problem.field && p.message === problem.message)).toBe(false);
        tried++;
      }
      expect(document).toEqual(before);
    }
    expect(tried).toBeGreaterThan(10);
  });

  it("a fix for a document that has changed since is refused", () => {
    const problem = lint(flow([talk("t", "Hi", [says("gone", "yes"), otherwise("e")]), e])).find((p) => p.rule === "dangling-exit")!;
    expect(applyFix(flow([e]), problem)).toBeNull();
  });

  it("every problem says what to do", () => {
    for (const problem of lint(flow([talk("t", "Hi {{x", [says("gone", "yes")]), model("m", "")]))) {
      expect(problem.fix).toMatch(/[.]$/);
      expect(problem.message).toMatch(/[.]$/);
    }
  });
});
