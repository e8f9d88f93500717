import { describe, expect, it } from "vitest";
import { Call, compares, end, flow, LLM, otherwise, planOf, presses, says, silent, talk, goesOn, wants } from "../testing/flow";
import { compile } from "../compile";

const ends = [end("a"), end("b"), end("c")];
const call = (...args: Parameters<typeof planOf>) => new Call(planOf(...args));

describe("the order of a turn", () => {
  it("the first exit that holds wins, top to bottom", () => {
    const c = call([talk("t", "Hi", [says("a", "yes"), says("b", "yes please"), otherwise("c")]), ...ends]);
    c.say("Yes, please!");
    expect(c.state.path).toEqual(["t", "a"]);
    expect(c.last.trace.considered).toEqual([{ node: "t", exit: "says_yes", condition: "phrase", held: true, evidence: 'heard "yes" in "Yes, please!"' }]);
  });

  it("phrases are whole words: a now is no no", () => {
    const c = call([talk("t", "Hi", [says("a", "no"), otherwise("b")]), ...ends]);
    c.say("not now, I know nobody");
    expect(c.state.node).toBe("b");
  });

  it("otherwise comes last although it is listed first", () => {
    const c = call([talk("t", "Hi", [otherwise("b"), says("a", "yes")]), ...ends]);
    c.say("yes");
    expect(c.state.node).toBe("a");
  });

  it("speech that was not understood leads to otherwise, and phrases do not hold", () => {
    const c = call([talk("t", "Hi", [says("a", "yes"), otherwise("b")]), ...ends]);
    c.mumble();
    expect(c.state.node).toBe("b");
    expect(c.state.transcript.find((l) => l.role === "caller")).toMatchObject({ text: "", understood: false });
  });

  it("an unconnected exit is passed over, and the trace says so", () => {
    const c = call([talk("t", "Hi", [says(null, "yes"), otherwise("b")]), ...ends]);
    c.say("yes");
    expect(c.state.node).toBe("b");
    expect(c.last.trace.considered[0]).toMatchObject({ held: false, evidence: expect.stringContaining("leads nowhere") });
  });

  it("without otherwise a fixed talk says its text again: never silence", () => {
    const c = call([talk("t", "Yes or no?", [says("a", "yes")]), ...ends]);
    c.say("banana");
    expect(c.spoken()).toEqual(["Yes or no?"]);
    expect(c.state.path).toEqual(["t"]);
    expect(c.kinds()).toEqual(["say", "listen"]);
  });

  it("then of a talk that waits is taken after the caller's turn, whatever was said", () => {
    const c = call([talk("t", "Name?", [says("a", "yes"), goesOn("b")]), ...ends]);
    expect(c.state.node).toBe("t");
    c.say("whatever");
    expect(c.state.node).toBe("b");
  });

  it("a comparison with the caller's words is judged on their turn", () => {
    const c = call([talk("t", "Hi", [compares("a", "{{heard}}", "contains", "refund"), otherwise("b")]), ...ends]);
    c.say("I want a REFUND now");
    expect(c.state.node).toBe("a");
  });

  it("an exit back to the same node adds it to the path again; staying does not", () => {
    const c = call([talk("t", "Hi", [says("t", "again"), says("a", "bye")]), ...ends]);
    c.say("again");
    c.say("hm");
    c.say("bye");
    expect(c.state.path).toEqual(["t", "t", "a"]);
  });
});

describe("silent nodes", () => {
  it("are walked at once and stand in the path", () => {
    const c = call([
      { id: "s", type: "set", assign: [{ variable: "age", value: "20" }], exits: [goesOn("d")] },
      { id: "d", type: "decide", exits: [compares("adult", "{{age}}", ">=", "18"), otherwise("b")] },
      talk("adult", "Welcome, {{age}}.", [otherwise("a")]), ...ends,
    ], { variables: [{ name: "age", type: "number" }] });
    expect(c.state.path).toEqual(["s", "d", "adult"]);
    expect(c.spoken()).toEqual(["Welcome, 20."]);
    expect(c.state.values).toEqual({ age: 20 });
    expect(c.last.trace.changed).toEqual([{ variable: "age", from: null, to: 20, why: 'set in "s"' }]);
    expect(c.last.trace.considered.map((x) => x.evidence)).toContain("age 20 >= 18: yes");
  });

  it("a talk that does not wait passes on at once, and both texts are said in order", () => {
    const c = call([talk("t", "One.", [goesOn("u")], { wait: false }), talk("u", "Two.", [otherwise("a")]), ...ends]);
    expect(c.spoken()).toEqual(["One.", "Two."]);
    expect(c.state.path).toEqual(["t", "u"]);
  });

  it("a talk that does not wait, without an exit that holds, stays and listens", () => {
    const c = call([talk("t", "One.", [compares("a", "{{x}}", "exists"), says("b", "yes")], { wait: false }), ...ends]);
    expect(c.state.node).toBe("t");
    c.say("yes");
    expect(c.state.node).toBe("b");
  });

  it("a ring that never listens ends the call with an honest sentence instead of spinning", () => {
    const c = call([talk("t", "Round", [goesOn("u")], { wait: false }), talk("u", "and round.", [goesOn("t")], { wait: false })]);
    expect(c.state.ended?.reason).toBe("error");
    expect(c.spoken().at(-1)).toContain("cannot go on");
    expect(c.last.effects.length).toBeLessThan(120);
  });

  it("a silent node without a way on ends the call honestly instead of leaving the caller in silence", () => {
    const c = call([{ id: "d", type: "decide", exits: [compares("a", "{{x}}", "exists")] }, ...ends]);
    expect(c.state.ended?.reason).toBe("error");
    expect(c.kinds()).toEqual(["say", "hangUp"]);
  });
});

describe("keys", () => {
  it("take the exit with exactly these keys", () => {
    const c = call([talk("t", "Menu", [presses("a", "1"), presses("b", "12")]), ...ends]);
    c.press("12");
    expect(c.state.node).toBe("b");
  });

  it("that nobody expects go to otherwise; a closing # does no harm", () => {
    const nodes = [talk("t", "Menu", [presses("a", "1"), otherwise("c")]), ...ends];
    const wrong = call(nodes);
    wrong.press("7");
    expect(wrong.state.node).toBe("c");
    const closed = call(nodes);
    closed.press("1#");
    expect(closed.state.node).toBe("a");
  });

  it("stand in the transcript", () => {
    const c = call([talk("t", "Menu", [presses("a", "1")]), ...ends]);
    c.press("1");
    expect(c.state.transcript[1]).toMatchObject({ role: "caller", keys: "1", text: "pressed 1" });
  });
});

describe("silence", () => {
  const nodes = [talk("t", "Hi", [silent("u", 8), otherwise("a")]), talk("u", "Still there?", [silent("b", 5), otherwise("a")]), ...ends];
  it("takes a silence exit that is due, and never otherwise", () => {
    const c = call(nodes);
    expect(c.last.effects.at(-1)).toEqual({ type: "listen", node: "t", silentAfterSeconds: [8, 600] });
    c.silence(5);
    expect(c.state.node).toBe("t");
    expect(c.last.effects).toEqual([]);
    c.silence(8);
    expect(c.state.path).toEqual(["t", "u"]);
    c.silence(5);
    expect(c.state.path).toEqual(["t", "u", "b"]);
  });

  it("ends the call in the end", () => {
    const c = call([talk("t", "Hi", [otherwise("a")]), ...ends], { limits: { endAfterSilenceSeconds: 60 } });
    c.silence(60);
    expect(c.state.ended).toEqual({ reason: "silence" });
    expect(c.kinds()).toEqual(["hangUp"]);
  });

  it("ends the call in the end also when each silence leads round in a circle", () => {
    const c = call([talk("t", "Are you there?", [silent("t", 8), otherwise("a")]), ...ends], { limits: { endAfterSilenceSeconds: 30 } });
    for (let i = 0; i < 10 && c.state.status === "live"; i++) c.silence(Math.min(8, (c.last.effects.at(-1) as { silentAfterSeconds: number[] }).silentAfterSeconds[0]!));
    expect(c.state.path).toEqual(["t", "t", "t", "t"]);
    expect(c.state.ended?.reason).toBe("silence");
  });
});

describe("global nodes", () => {
  const help = talk("help", "Ask me.", [says("a", "bye"), otherwise("t")], { global: { when: { type: "phrase", phrases: ["help"] } } });
  it("are reached from every node, after the node's own exits", () => {
    const c = call([talk("t", "Hi", [says("b", "help me out"), otherwise("c")]), help, ...ends]);
    c.say("help");
    expect(c.state.path).toEqual(["t", "help"]);
    const own = call([talk("t", "Hi", [says("b", "help me out"), otherwise("c")]), help, ...ends]);
    own.say("help me out");
    expect(own.state.node).toBe("b");
  });

  it("come before the node's otherwise", () => {
    const c = call([talk("t", "Hi", [otherwise("c")]), help, ...ends]);
    c.say("help");
    expect(c.state.node).toBe("help");
    expect(c.last.trace.taken).toEqual({ node: "help", exit: "global", to: "help" });
  });

  it("are not entered again from themselves", () => {
    const c = call([talk("t", "Hi", [otherwise("c")]), help, ...ends]);
    c.say("help");
    c.say("help");
    expect(c.state.path).toEqual(["t", "help", "t"]);
  });

  it("rest for so many turns", () => {
    const rested = { ...help, global: { when: { type: "phrase" as const, phrases: ["help"] }, cooldownTurns: 2 } };
    const c = call([talk("t", "Hi", [says("t", "hi"), otherwise("t")]), rested as typeof help, ...ends]);
    c.say("help"); // turn 1: entered
    c.say("hm"); // turn 2: back at t
    c.say("help"); // turn 3: still resting
    expect(c.state.node).toBe("t");
    c.say("help"); // turn 4
    expect(c.state.node).toBe("help");
  });

  it("come back to the node that they interrupted, which says its text again", () => {
    const c = call([
      talk("t", "Shall I?", [says("a", "yes"), otherwise("c")]),
      talk("hours", "Nine to five.", [], { wait: false, global: { when: { type: "phrase", phrases: ["hours"] }, comesBack: true } }), ...ends,
    ]);
    c.say("what are your hours");
    expect(c.spoken()).toEqual(["Nine to five.", "Shall I?"]);
    expect(c.state.path).toEqual(["t", "hours", "t"]);
    c.say("yes");
    expect(c.state.node).toBe("a");
  });

  it("come back over several steps, and also from a step that waits but has no exits", () => {
    const c = call([
      talk("t", "Shall I?", [says("a", "yes"), otherwise("c")]),
      talk("g", "Which?", [otherwise("h")], { global: { when: { type: "phrase", phrases: ["info"] }, comesBack: true } }),
      talk("h", "So it is."), ...ends,
    ]);
    c.say("info");
    c.say("that one");
    expect(c.spoken()).toEqual(["So it is.", "Shall I?"]);
    expect(c.state.path).toEqual(["t", "g", "h", "t"]);
  });
});

describe("the beginning and the end", () => {
  it("the agent speaks first", () => {
    const c = call([talk("t", "Hello.", [otherwise("a")]), ...ends]);
    expect(c.last.effects).toEqual([
      { type: "say", id: "s1", node: "t", text: "Hello.", fixed: true, voice: { provider: "local", voice: "slt", speed: 1 } },
      { type: "listen", node: "t", silentAfterSeconds: [600] },
    ]);
  });

  it("when the caller speaks first, the start is silent until they did", () => {
    const nodes = [talk("t", "Hello.", [says("a", "sales")]), ...ends];
    const quick = call(nodes, { turnTaking: { firstSpeaker: "caller" } });
    expect(quick.kinds()).toEqual(["listen"]);
    quick.say("sales please");
    expect(quick.state.path).toEqual(["t", "a"]);
    const slow = call(nodes, { turnTaking: { firstSpeaker: "caller" } });
    slow.say("hello");
    expect(slow.spoken()).toEqual(["Hello."]);
  });

  it("end says its line, hangs up with its outcome, and nothing moves afterwards", () => {
    const c = call([talk("t", "Hi", [otherwise("e")]), { id: "e", type: "end", say: "Bye {{caller.number}}", outcome: "done" }]);
    c.say("x");
    expect(c.last.effects.map((e) => e.type)).toEqual(["say", "hangUp"]);
    expect(c.last.effects[1]).toEqual({ type: "hangUp", reason: "flow_ended", outcome: "done" });
    const before = c.state;
    c.say("wait");
    expect(c.last.effects).toEqual([]);
    expect({ ...c.state, at: "" }).toEqual({ ...before, at: "" });
    expect(c.last.trace.notes[0]).toContain("over");
  });

  it.each([["timeUp", "longest_duration"], ["hungUp", "caller_hung_up"]] as const)("%s ends the call as %s", (type, reason) => {
    const c = call([talk("t", "Hi", [otherwise("a")]), ...ends]);
    c.send({ type });
    expect(c.state.ended).toEqual({ reason });
  });

  it("a worker's failure ends the call as an error with its message", () => {
    const c = call([talk("t", "Hi", [otherwise("a")]), ...ends]);
    c.send({ type: "failed", message: "no voice" });
    expect(c.state.ended).toEqual({ reason: "error", message: "no voice" });
  });

  it("what was not heard is cut from the transcript", () => {
    const c = call([talk("t", "A long greeting, indeed.", [otherwise("a")]), ...ends]);
    c.send({ type: "spoke", speech: "s1", heard: "A long", interrupted: true });
    expect(c.state.transcript[0]).toMatchObject({ text: "A long", interrupted: true });
  });

  it("variables of the call replace the defaults, each as its declared type", () => {
    const plan = planOf([talk("t", "{{name}} {{n}} {{ok | ?}}", [otherwise("a")]), ...ends], { variables: [{ name: "name", default: "you" }, { name: "n", type: "number", default: "3" }, { name: "ok", type: "boolean" }] });
    expect(new Call(plan).spoken()).toEqual(["you 3 ?"]);
    expect(new Call(plan, { name: "Anna", n: "7", ok: "yes" }).spoken()).toEqual(["Anna 7 yes"]);
    expect(new Call(plan, { extra: 1 }).state.values).toMatchObject({ extra: 1 });
  });
});

describe("prompt exits without a language model", () => {
  it("never hold, and the trace says why", () => {
    const c = call([talk("t", "Hi", [wants("a", "a refund"), otherwise("b")]), ...ends]);
    c.say("refund");
    expect(c.state.node).toBe("b");
    expect(c.last.trace.considered[0]).toMatchObject({ condition: "prompt", held: false, evidence: expect.stringContaining("no language model") });
  });
});

describe("compile", () => {
  it("the hash is of the content, not of the way it is written", () => {
    const document = flow([talk("t", "Hi", [otherwise("a")]), end("a")]);
    const shuffled = Object.fromEntries(Object.entries(document).reverse()) as typeof document;
    expect(compile(shuffled).hash).toBe(compile(document).hash);
    expect(compile({ ...document, name: "other" }).hash).not.toBe(compile(document).hash);
  });

  it("fixed speech is listed nearest to the start first, without templates", () => {
    const plan = planOf([talk("t", "First.", [otherwise("u")]), end("a", "Last."), talk("u", "Second.", [otherwise("v")]), talk("v", "Hi {{heard}}", [otherwise("a")])], LLM);
    expect(plan.fixedSpeech.map((f) => f.text).slice(0, 3)).toEqual(["First.", "Second.", "Last."]);
    expect(plan.fixedSpeech.some((f) => f.text.includes("{{"))).toBe(false);
  });

  it("what a call says word for word is in the list: nothing fixed is synthesised during a call", () => {
    const plan = planOf([{ id: "q", type: "ask", questions: [{ variable: "n", text: "How many?" }], exits: [{ id: "x", to: "a", when: { type: "outcome", is: "success" } }, { id: "y", to: "a", when: { type: "outcome", is: "failure" } }] }, end("a")], { variables: [{ name: "n", type: "number" }] });
    const c = new Call(plan);
    const texts = new Set(plan.fixedSpeech.map((f) => f.text));
    for (let i = 0; i < 4; i++) c.say("banana");
    for (const effect of c.steps.flatMap((s) => s.effects)) if (effect.type === "say" && effect.fixed) expect(texts).toContain(effect.text);
  });
});
