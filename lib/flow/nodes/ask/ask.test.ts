import { describe, expect, it } from "vitest";
import { expectationOf, nextKeys } from "../../engine/expect";
import { Call, compares, end, failed, LLM, otherwise, planOf, says, talk, wants, worked } from "../../testing/flow";

const VARIABLES = [
  { name: "n", type: "number" as const }, { name: "size", type: "choice" as const, choices: ["small", "large"] }, { name: "day", type: "date" as const }, { name: "time", type: "time" as const },
  { name: "ok", type: "boolean" as const }, { name: "phone", type: "phone" as const }, { name: "name", type: "text" as const },
];
type Questions = { variable: string; text?: string; retries?: number; confirm?: boolean; reask?: string }[];
function ask(questions: Questions, exits: Parameters<typeof talk>[2] = [worked("yes"), failed("no")], rest: object = {}) {
  return new Call(planOf([{ id: "q", type: "ask", questions: questions.map((q) => ({ text: `${q.variable}?`, ...q })), exits }, end("yes", "Done."), end("no", "Failed."), talk("other", "Else.", [says("q", "again"), otherwise("yes")])], { variables: VARIABLES, ...rest }));
}

describe("an ask node", () => {
  it("asks one question after the other and leaves when all are answered", () => {
    const c = ask([{ variable: "n" }, { variable: "size" }]);
    expect(c.spoken()).toEqual(["n?"]);
    c.say("five");
    expect(c.spoken()).toEqual(["size?"]);
    c.say("the large one");
    expect(c.state.path).toEqual(["q", "yes"]);
    expect(c.state.values).toMatchObject({ n: 5, size: "large" });
  });

  it("takes several answers from one sentence, whatever was asked", () => {
    const c = ask([{ variable: "n" }, { variable: "size" }, { variable: "day" }, { variable: "time" }]);
    c.say("two large ones tomorrow at three");
    expect(c.state.values).toMatchObject({ n: 2, size: "large", day: "2026-11-23", time: "15:00" });
    expect(c.state.node).toBe("yes");
  });

  it("skips, the first time, what is known already, and asks all of it when it is entered again", () => {
    const c = new Call(planOf([{ id: "q", type: "ask", questions: [{ variable: "n", text: "n?" }, { variable: "ok", text: "ok?" }], exits: [worked("t"), failed("no")] }, talk("t", "Again?", [says("q", "again"), otherwise("no")]), end("no")], { variables: VARIABLES }), { n: 3 });
    expect(c.spoken()).toEqual(["ok?"]);
    c.say("yes");
    c.say("again");
    expect(c.spoken()).toEqual(["n?"]);
    expect(c.state.values.n).toBe(3);
    c.say("four");
    expect(c.spoken()).toEqual(["ok?"]);
  });

  it("passes at once when everything is known", () => {
    const plan = planOf([{ id: "q", type: "ask", questions: [{ variable: "n", text: "n?" }], exits: [worked("yes")] }, end("yes")], { variables: VARIABLES });
    expect(new Call(plan, { n: 1 }).state.path).toEqual(["q", "yes"]);
  });

  it("says what it needs, asks again so many times, then fails", () => {
    const c = ask([{ variable: "day", retries: 2 }]);
    c.say("banana");
    expect(c.spoken()).toEqual(["Sorry, I need a date, for example tomorrow. day?"]);
    c.mumble();
    expect(c.state.node).toBe("q");
    c.say("banana");
    expect(c.state.path).toEqual(["q", "no"]);
  });

  it("uses the author's own words for asking again", () => {
    const c = ask([{ variable: "n", reask: "A number, please." }]);
    c.say("banana");
    expect(c.spoken()).toEqual(["A number, please."]);
  });

  it("with no retries fails at the first wrong answer", () => {
    const c = ask([{ variable: "n", retries: 0 }]);
    c.say("banana");
    expect(c.state.node).toBe("no");
  });

  it("asks again without end when nothing leads on from failing", () => {
    const c = ask([{ variable: "n", retries: 0 }], [worked("yes")]);
    for (let i = 0; i < 5; i++) c.say("banana");
    expect(c.state.node).toBe("q");
    c.say("six");
    expect(c.state.node).toBe("yes");
  });

  it("pardon is no wrong answer", () => {
    const c = ask([{ variable: "n", retries: 0 }]);
    c.say("Pardon?");
    expect(c.spoken()).toEqual(["n?"]);
    expect(c.state.node).toBe("q");
  });

  it("takes a correction in the same sentence", () => {
    const c = ask([{ variable: "n" }]);
    c.say("two, no, make that three");
    expect(c.state.values.n).toBe(3);
  });

  it("the node's phrases come before answers", () => {
    const c = ask([{ variable: "name" }], [says("other", "operator"), worked("yes")]);
    c.say("operator");
    expect(c.state.node).toBe("other");
  });

  it("a comparison may lead on before everything is answered, and an old value does not decide", () => {
    const exits = [compares("no", "{{n}}", "<", "18"), worked("yes")];
    const c = ask([{ variable: "n" }, { variable: "size" }], exits);
    c.say("seventeen");
    expect(c.state.path).toEqual(["q", "no"]);
    const again = new Call(planOf([{ id: "q", type: "ask", questions: [{ variable: "n", text: "n?" }, { variable: "size", text: "size?" }], exits: [compares("t", "{{n}}", "<", "18"), worked("yes")] }, talk("t", "Too young", [says("q", "again"), otherwise("yes")]), end("yes")], { variables: VARIABLES }));
    again.say("seventeen");
    again.say("again");
    again.say("twenty");
    expect(again.spoken()).toEqual(["size?"]);
  });

  it("undeclared variables take any words", () => {
    const c = ask([{ variable: "whatever" }]);
    c.say("it's blue");
    expect(c.state.values.whatever).toBe("blue");
  });
});

describe("reading back", () => {
  it("keeps the value only after a yes", () => {
    const c = ask([{ variable: "phone", confirm: true }]);
    c.say("five five five one two three four five six seven");
    expect(c.spoken()).toEqual(["I have plus 1, 5 5 5, 1 2 3, 4 5 6 7. Is that right?"]);
    expect(c.state.values.phone).toBeNull();
    c.say("yes");
    expect(c.state.values.phone).toBe("+15551234567");
    expect(c.state.node).toBe("yes");
  });

  it("no asks again; a better value in the same sentence is read back at once", () => {
    const c = ask([{ variable: "n", confirm: true }]);
    c.say("five");
    c.say("no");
    expect(c.spoken()).toEqual(["n?"]);
    c.say("four");
    c.say("no, it's nine");
    expect(c.spoken()).toEqual(["I have 9. Is that right?"]);
    c.say("correct");
    expect(c.state.values.n).toBe(9);
  });

  it("neither yes nor no asks for a yes or no, then fails", () => {
    const c = ask([{ variable: "n", confirm: true, retries: 1 }]);
    c.say("five");
    c.say("banana");
    expect(c.spoken()).toEqual(["Sorry, please say yes or no. I have 5. Is that right?"]);
    c.say("banana");
    expect(c.state.node).toBe("no");
  });

  it("too many noes are a failure too", () => {
    const c = ask([{ variable: "n", confirm: true, retries: 1 }]);
    for (const text of ["five", "no", "six", "no"]) c.say(text);
    expect(c.state.node).toBe("no");
  });
});

describe("answers by keys", () => {
  it("fill the question, and 1 and 2 confirm", () => {
    const c = ask([{ variable: "n", confirm: true }, { variable: "size" }]);
    c.press("42#");
    expect(c.spoken()).toEqual(["I have 42. Is that right?"]);
    c.press("1");
    expect(c.state.values.n).toBe(42);
    c.press("2");
    expect(c.state.values.size).toBe("large");
  });

  it("that are no answer count as a try", () => {
    const c = ask([{ variable: "size", retries: 0 }]);
    c.press("9");
    expect(c.state.node).toBe("no");
  });

  it("are complete when they can be told to be", () => {
    const c = ask([{ variable: "phone" }]);
    expect(nextKeys(c.plan, c.state, "555")).toBe("wait");
    expect(nextKeys(c.plan, c.state, "555#")).toBe("complete");
    expect(nextKeys(ask([{ variable: "ok" }]).plan, ask([{ variable: "ok" }]).state, "1")).toBe("complete");
    const time = ask([{ variable: "time" }]);
    expect([nextKeys(time.plan, time.state, "143"), nextKeys(time.plan, time.state, "1430")]).toEqual(["wait", "complete"]);
  });
});

describe("what is expected", () => {
  it("the open questions, the current one first, and the exits' phrases", () => {
    const c = ask([{ variable: "n" }, { variable: "size" }], [says("other", "operator", "human"), worked("yes")]);
    expect(expectationOf(c.plan, c.state)).toEqual({
      node: "q", phrases: ["operator", "human"], asks: [{ variable: "n", type: "number" }, { variable: "size", type: "choice", choices: ["small", "large"] }], yesNo: false, keys: { sequences: [], free: true }, open: false,
    });
  });

  it("a yes or no while a value is read back", () => {
    const c = ask([{ variable: "n", confirm: true }]);
    c.say("five");
    expect(expectationOf(c.plan, c.state)).toMatchObject({ yesNo: true, asks: [{ variable: "n" }] });
  });
});

describe("with a language model", () => {
  it("a typed answer needs no model; free words are judged by it first, and filled when it says none", () => {
    const typed = ask([{ variable: "n" }], [wants("other", "a person"), worked("yes")], LLM);
    typed.say("five");
    expect(typed.state.node).toBe("yes");
    const free = ask([{ variable: "name" }], [wants("other", "a person"), worked("yes")], LLM);
    free.say("Anna");
    expect(free.kinds()).toEqual(["askModel"]);
    free.send({ type: "routed", request: "r1", choice: 0 });
    expect(free.state.values.name).toBe("Anna");
    expect(free.state.node).toBe("yes");
    const away = ask([{ variable: "name" }], [wants("other", "a person"), worked("yes")], LLM);
    away.say("let me talk to somebody");
    away.send({ type: "routed", request: "r1", choice: 1 });
    expect(away.state.node).toBe("other");
    expect(away.state.values.name).toBeNull();
  });
});
