import { describe, expect, it } from "vitest";
import { diffDocuments } from "../diff";
import { end, flow, otherwise, says, talk } from "../testing/flow";
import { renderTemplate, templateVariables } from "../text/template";
import { previewText } from "../words";
import { documentJsonSchema } from "./json-schema";
import { migrate } from "./migrate";
import { newDocument } from "./new-document";
import { parseDocument } from "./parse";

describe("reading a document", () => {
  it("fills in every default", () => {
    const result = parseDocument({ parley: 1, name: "x", start: "e", nodes: [{ id: "e", type: "end" }] });
    expect(result.document).toMatchObject({ persona: { language: "en-US" }, limits: { maxCallSeconds: 3600 }, nodes: [{ position: { x: 0, y: 0 }, exits: [] }] });
  });

  it("a node's own speech and turn-taking override only what they name", () => {
    const result = parseDocument({ parley: 1, name: "x", start: "e", nodes: [{ id: "e", type: "end", speech: { tts: { provider: "openai" } }, turnTaking: { eagerness: "eager" } }] });
    expect(result.document?.nodes[0]).toMatchObject({ speech: { tts: { provider: "openai" } }, turnTaking: { eagerness: "eager" } });
    expect(Object.keys(result.document!.nodes[0]!.speech!)).toEqual(["tts"]);
    expect(Object.keys(result.document!.nodes[0]!.turnTaking!)).toEqual(["eagerness"]);
  });

  it("says in plain words what is wrong and where", () => {
    const result = parseDocument({ parley: 1, name: "x", start: "a", nodes: [{ id: "a", type: "tolk" }, { id: "b", type: "talk", wait: "yes", colour: "red" }, { id: "c", type: "talk", exits: [{ id: "x", to: "a", when: { type: "phrase" } }] }] });
    expect(result.problems).toEqual(expect.arrayContaining([
      expect.objectContaining({ node: "a", field: "type", fix: "Use one of: talk, ask, decide, set, end." }),
      expect.objectContaining({ node: "b", field: "wait", message: '"wait" must be true or false.' }),
      expect.objectContaining({ node: "b", message: expect.stringContaining("colour") }),
      expect.objectContaining({ node: "c", field: "exits.0.when.phrases", message: '"exits.0.when.phrases" is missing.' }),
    ]));
  });

  it.each([[null], ["text"], [[]], [{}], [{ parley: "1" }], [{ parley: 0 }], [{ parley: 99 }], [{ parley: 1 }], [{ parley: 1, name: "x", start: "a", nodes: [null] }], [{ parley: 1, name: "x", start: "a", nodes: [{ type: "talk", id: { toString: 1 } }] }]])("never throws: %j", (input) => {
    expect(parseDocument(input).problems!.length).toBeGreaterThan(0);
  });

  it("an id that would reach into JavaScript itself is refused", () => expect(parseDocument({ parley: 1, name: "x", start: "__proto__", nodes: [{ id: "__proto__", type: "end" }] }).ok).toBe(false));

  it("older formats are brought up to date step by step", () => {
    const steps = { 1: (d: Record<string, unknown>) => ({ ...d, parley: 2, title: d.name }), 2: (d: Record<string, unknown>) => ({ ...d, parley: 3 }) };
    expect(migrate({ parley: 1, name: "x" }, steps, 3)).toEqual({ ok: true, document: { parley: 3, name: "x", title: "x" } });
  });

  it("the JSON Schema knows every node type and leaves defaults optional", () => {
    const schema = JSON.stringify(documentJsonSchema());
    for (const type of ["talk", "ask", "decide", "set", "end"]) expect(schema).toContain(`"const":"${type}"`);
    expect((documentJsonSchema() as { required: string[] }).required).toEqual(["parley", "name", "start", "nodes"]);
  });
});

describe("templates", () => {
  it("fill variables, take defaults, and leave the rest", () => {
    expect(renderTemplate("{{a}} {{ b | you }} {{c|}} {{call.id}} {{ x y }} {{", { a: 1, b: null, "call.id": "7" })).toBe("1 you  7 {{ x y }} {{");
    expect(templateVariables("{{a}} {{ b | x }} {{a}}")).toEqual(["a", "b"]);
  });
  it("what is filled in is not filled again", () => expect(renderTemplate("{{a}}", { a: "{{b}}", b: "no" })).toBe("{{b}}"));
  it("names of JavaScript's own are no variables", () => expect(renderTemplate("[{{constructor}}{{__proto__}}]", {})).toBe("[]"));
  it("a preview shows names for what is not known", () => expect(previewText("Hello {{customer_name}}, {{n | 1}}", newDocument("x"), {})).toBe("Hello [customer name], 1"));
});

describe("what changed", () => {
  const before = flow([talk("t", "Hi", [says("e", "yes"), otherwise("e")]), end("e")]);
  it("nothing when only the drawing moved", () => {
    const after = structuredClone(before);
    after.nodes[0]!.position = { x: 9, y: 9 };
    expect(diffDocuments(before, after)).toEqual([]);
  });
  it("is said in words", () => {
    const after = flow([talk("t", "Hello", [says("n", "yes", "sure"), otherwise("e")]), end("e", "Ciao"), end("n")], { variables: [{ name: "age" }] });
    expect(diffDocuments(before, after)).toEqual(['New variable age.', '"t" now says: "Hello".', 'An exit of "t" is now: says yes, sure → "n".', '"e" was changed.', 'New step "n" (End).']);
    expect(diffDocuments(after, before)).toContain('The step "n" is gone.');
  });
});
