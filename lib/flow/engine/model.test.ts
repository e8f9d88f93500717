import { describe, expect, it } from "vitest";
import { Call, end, LLM, model, otherwise, planOf, says, talk, goesOn, wants } from "../testing/flow";

const call = (...args: Parameters<typeof planOf>) => new Call(planOf(args[0], { ...LLM, ...args[1] }));
const ends = [end("a"), end("b")];

describe("the model's turn", () => {
  const nodes = [
    model("m", "Ask what is wrong.", [wants("refund", "the caller wants a refund"), wants("a", "the caller wants to stop"), says("b", "goodbye")]),
    model("refund", "Say how refunds work.", [otherwise("a")]), ...ends,
  ];

  it("a prompt node asks for its words when it is entered, and speaks them", () => {
    const c = call(nodes);
    expect(c.kinds()).toEqual(["askModel", "speakReply", "listen"]);
    expect(c.request()).toMatchObject({ mode: "speak", exits: [], node: "m" });
    c.send({ type: "replied", request: "r1", text: "What is wrong?" });
    expect(c.state.transcript).toMatchObject([{ role: "agent", text: "What is wrong?", speech: "s1" }]);
  });

  it("phrases need no model", () => {
    const c = call(nodes);
    c.send({ type: "replied", request: "r1", text: "Hi" });
    c.say("goodbye");
    expect(c.state.node).toBe("b");
    expect(c.kinds()).not.toContain("askModel");
  });

  it("one call routes and replies: the marker moves the call, the reply is spoken for the target", () => {
    const c = call(nodes);
    c.send({ type: "replied", request: "r1", text: "Hi" });
    c.say("my money back");
    expect(c.kinds()).toEqual(["askModel"]);
    const request = c.request();
    expect(request.mode).toBe("route");
    expect(request.exits.map((e) => [e.number, e.to, e.meaning])).toEqual([[1, "refund", "the caller wants a refund"], [2, "a", "the caller wants to stop"]]);
    expect(request.messages[0]!.content).toContain("Say how refunds work.");
    expect(request.messages.at(-1)).toEqual({ role: "user", content: "my money back" });
    c.send({ type: "routed", request: request.id, choice: 1 });
    expect(c.state.path).toEqual(["m", "refund"]);
    expect(c.last.effects.map((e) => e.type)).toEqual(["speakReply", "listen"]);
    expect(c.last.effects[0]).toMatchObject({ request: request.id, node: "refund", id: "s2" });
    c.send({ type: "replied", request: request.id, text: "Gladly." });
    expect(c.state.transcript.at(-1)).toMatchObject({ node: "refund", text: "Gladly." });
    expect(c.steps.flatMap((s) => s.effects).filter((e) => e.type === "askModel")).toHaveLength(2);
  });

  it.each([0, null, 7, -1])("marker %s stays, and the reply is the current node's", (choice) => {
    const c = call(nodes);
    c.send({ type: "replied", request: "r1", text: "Hi" });
    c.say("hm");
    c.send({ type: "routed", request: "r2", choice });
    expect(c.state.path).toEqual(["m"]);
    expect(c.last.effects[0]).toMatchObject({ type: "speakReply", node: "m", request: "r2" });
    if (choice !== 0) expect(c.last.trace.notes.join()).toContain(">0");
  });

  it("if the target's speech is fixed, the rest of the reply is dropped and the fixed text is said", () => {
    const c = call(nodes);
    c.send({ type: "replied", request: "r1", text: "Hi" });
    c.say("stop");
    c.send({ type: "routed", request: "r2", choice: 2 });
    expect(c.kinds()).toEqual(["dropReply", "say", "hangUp"]);
  });

  it("where the node has an otherwise, >0 leads there, and the model is shown its target", () => {
    const c = call([model("m", "x", [wants("a", "stop"), otherwise("o")]), model("o", "Offer something else.", [otherwise("a")]), ...ends]);
    c.send({ type: "replied", request: "r1", text: "Hi" });
    c.say("hm");
    expect(c.request().messages[0]!.content).toMatch(/>0 .*Offer something else/);
    c.send({ type: "routed", request: "r2", choice: 0 });
    expect(c.state.path).toEqual(["m", "o"]);
    expect(c.last.effects[0]).toMatchObject({ type: "speakReply", node: "o", request: "r2" });
  });

  it("a prompt node with an otherwise but no prompt exits goes there without asking", () => {
    const c = call([model("m", "x", [otherwise("a")]), ...ends]);
    c.send({ type: "replied", request: "r1", text: "Hi" });
    c.say("hm");
    expect(c.state.node).toBe("a");
  });

  it("a prompt node without exits goes on talking: no marker is asked for", () => {
    const c = call([model("m", "Chat.")]);
    c.send({ type: "replied", request: "r1", text: "Hi" });
    c.say("how are you");
    expect(c.request()).toMatchObject({ mode: "speak", id: "r2" });
  });

  it("the reply is used through silent nodes for the node that is reached", () => {
    const c = call([
      model("m", "x", [wants("d", "more")]),
      { id: "d", type: "decide", exits: [{ id: "x", to: "p", when: { type: "expression", tests: [{ left: "{{vip}}", op: "==", right: "yes" }] } }, otherwise("q")] },
      model("p", "Talk to a VIP.", [otherwise("a")]), model("q", "Talk to anybody.", [otherwise("a")]), ...ends,
    ], { variables: [{ name: "vip", type: "boolean", default: true }] });
    c.send({ type: "replied", request: "r1", text: "Hi" });
    c.say("more");
    expect(c.request().messages[0]!.content).toContain("Talk to a VIP.");
    c.send({ type: "routed", request: "r2", choice: 1 });
    expect(c.state.path).toEqual(["m", "d", "p"]);
    expect(c.kinds()).toEqual(["speakReply", "listen"]);
  });

  it("behind a fixed step, the prompt node's own words are asked for", () => {
    const c = call([model("m", "x", [wants("f", "more")]), talk("f", "One moment.", [goesOn("p")], { wait: false }), model("p", "Go on.", [otherwise("a")]), ...ends]);
    c.send({ type: "replied", request: "r1", text: "Hi" });
    c.say("more");
    c.send({ type: "routed", request: "r2", choice: 1 });
    expect(c.kinds()).toEqual(["dropReply", "say", "askModel", "speakReply", "listen"]);
    expect(c.request()).toMatchObject({ mode: "speak", node: "p", id: "r3" });
  });

  it("global prompt nodes are shown after the node's own", () => {
    const c = call([talk("t", "Hi", [wants("a", "stop")]), model("g", "Calm down.", [otherwise("a")], { global: { when: { type: "prompt", text: "the caller is angry" } } }), ...ends]);
    c.say("grr");
    expect(c.request().exits.map((e) => [e.number, e.node, e.exit, e.to])).toEqual([[1, "t", "wants_stop", "a"], [2, "g", "global", "g"]]);
    c.send({ type: "routed", request: "r1", choice: 2 });
    expect(c.state.node).toBe("g");
  });

  it("a fixed talk that stays says its own text, not the model's", () => {
    const c = call([talk("t", "Yes or no?", [wants("a", "stop")]), ...ends]);
    c.say("hm");
    c.send({ type: "routed", request: "r1", choice: 0 });
    expect(c.kinds()).toEqual(["dropReply", "say", "listen"]);
  });

  it("an empty reply says nothing and listens", () => {
    const c = call(nodes);
    c.send({ type: "replied", request: "r1", text: " " });
    expect(c.state.transcript).toEqual([]);
    expect(c.state.status).toBe("live");
  });

  it("a prompt node that does not wait passes on when its reply is complete", () => {
    const c = call([model("m", "Greet.", [goesOn("t")], { wait: false }), talk("t", "Name?", [otherwise("a")]), ...ends]);
    expect(c.kinds()).toEqual(["askModel", "speakReply"]);
    c.send({ type: "replied", request: "r1", text: "Hello!" });
    expect(c.spoken()).toEqual(["Name?"]);
    expect(c.state.path).toEqual(["m", "t"]);
  });
});

describe("when the caller goes on, or the model fails", () => {
  const nodes = [talk("t", "Hi", [wants("a", "stop"), says("b", "book a flight")]), ...ends];

  it("what is added before the answer is judged together with what was said", () => {
    const c = call(nodes);
    c.say("I would like to book");
    expect(c.kinds()).toEqual(["askModel"]);
    c.say("a flight");
    expect(c.last.effects[0]).toEqual({ type: "dropReply", request: "r1" });
    expect(c.state.node).toBe("b");
    expect(c.state.heard).toBe("I would like to book a flight");
  });

  it("the answer to a dropped request is ignored", () => {
    const c = call(nodes);
    c.say("one");
    c.say("two");
    c.send({ type: "routed", request: "r1", choice: 1 });
    expect(c.state.node).toBe("t");
    expect(c.last.effects).toEqual([]);
    c.send({ type: "routed", request: "r2", choice: 1 });
    expect(c.state.node).toBe("a");
  });

  it("a failed model is said honestly, then otherwise is taken", () => {
    const c = call([talk("t", "Hi", [wants("a", "stop"), otherwise("b")]), ...ends]);
    c.say("hm");
    c.send({ type: "modelFailed", request: "r1", message: "overloaded" });
    expect(c.spoken()[0]).toContain("trouble");
    expect(c.state.node).toBe("b");
    expect(c.last.trace.notes.join()).toContain("overloaded");
  });

  it("without otherwise it stays and listens; a ring of failing prompt nodes does not call the model again and again", () => {
    const c = call([model("m", "x", [wants("n", "go")]), model("n", "y", [wants("m", "go")]), ...ends]);
    c.send({ type: "modelFailed", request: "r1", message: "down" });
    expect(c.kinds()).toEqual(["say", "listen"]);
    c.say("go");
    c.send({ type: "modelFailed", request: "r2", message: "down" });
    expect(c.kinds()).toEqual(["say", "listen"]);
    expect(c.state.path).toEqual(["m"]);
  });

  it("hanging up drops the open request", () => {
    const c = call(nodes);
    c.say("hm");
    c.send({ type: "hungUp" });
    expect(c.kinds()).toEqual(["dropReply", "hangUp"]);
  });

  it("an interrupted reply keeps what was heard, also when its text comes later", () => {
    const c = call([model("m", "Chat.")]);
    c.send({ type: "spoke", speech: "s1", heard: "Good mor", interrupted: true });
    c.send({ type: "replied", request: "r1", text: "Good morning to you" });
    expect(c.state.transcript[0]).toMatchObject({ text: "Good mor", interrupted: true });
  });
});
