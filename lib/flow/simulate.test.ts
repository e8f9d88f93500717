import { describe, expect, it } from "vitest";
import { ModelRepliesRunOut, simulate, startTextCall } from "./simulate";
import { end, LLM, model, otherwise, planOf, presses, says, silent, talk, wants, worked } from "./testing/flow";

const now = "2026-11-22T12:00:00Z";
const menu = planOf([talk("m", "Menu", [presses("a", "1"), presses("b", "12"), presses("n", "9"), says("a", "sales"), silent("b", 8), otherwise("m")]), talk("n", "More", [presses("b", "3"), otherwise("m")]), end("a", "A."), end("b", "B.")]);

describe("a simulated call", () => {
  it("answers with path, variables, transcript, trace and how it ended", () => {
    const result = simulate(menu, { turns: [{ say: "sales" }], now });
    expect(result).toMatchObject({ path: ["m", "a"], variables: {}, ended: { reason: "flow_ended" } });
    expect(result.transcript.map(({ role, text, node }) => [role, text, node])).toEqual([["agent", "Menu", "m"], ["caller", "sales", "m"], ["agent", "A.", "a"]]);
    expect(result.trace.map((t) => t.event)).toEqual(["started", "said"]);
  });

  it.each([["12", ["m", "b"]], ["1", ["m", "a"]], ["93", ["m", "n", "b"]], ["13", ["m", "a"]], ["7", ["m", "m"]], ["99", ["m", "n", "m"]]])("keys %s go where a phone line would take them", (press, path) => expect(simulate(menu, { turns: [{ press }], now }).path).toEqual(path));

  it("turns after the end do nothing", () => expect(simulate(menu, { turns: [{ say: "sales" }, { say: "hello" }, { press: "1" }], now }).transcript).toHaveLength(3));

  it("silence is one event", () => expect(simulate(menu, { turns: [{ silence: 10 }], now }).path).toEqual(["m", "b"]));

  it("keys that answer a question are one answer, # ends it, and the rest goes on", () => {
    const plan = planOf([{ id: "q", type: "ask", questions: [{ variable: "n", text: "?" }], exits: [worked("m")] }, talk("m", "Menu", [presses("a", "1"), otherwise("m")]), end("a")], { variables: [{ name: "n", type: "number" }] });
    const result = simulate(plan, { turns: [{ press: "42#1" }], now });
    expect(result.variables).toEqual({ n: 42 });
    expect(result.path).toEqual(["q", "m", "a"]);
  });

  it("replies stand for the model, one for each call of it", () => {
    const plan = planOf([model("m", "Greet", [wants("a", "stop")]), model("a", "Bye", [otherwise("m")])], LLM);
    const result = simulate(plan, { turns: [{ say: "hm" }, { say: "stop" }], model: ["Hello.", ">0 Sorry?", ">1 Goodbye."], now });
    expect(result.path).toEqual(["m", "a"]);
    expect(result.transcript.map((l) => l.text)).toEqual(["Hello.", "hm", "Sorry?", "stop", "Goodbye."]);
  });

  it("replies that run out are an error of their own", () => {
    const plan = planOf([model("m", "Greet", [wants("m", "stop")])], LLM);
    expect(() => simulate(plan, { turns: [{ say: "hm" }], model: ["Hello."], now })).toThrow(ModelRepliesRunOut);
    expect(() => simulate(plan, { turns: [], now })).toThrow(/no replies were given/);
  });

  it("replies stand for a model also where none is chosen yet", () => {
    const plan = planOf([talk("t", "Hi", [wants("a", "stop"), otherwise("b")]), end("a"), end("b")]);
    expect(simulate(plan, { turns: [{ say: "hm" }], model: [">1 ok"], now }).path).toEqual(["t", "a"]);
    expect(simulate(plan, { turns: [{ say: "hm" }], now }).path).toEqual(["t", "b"]);
  });

  it("can be held turn by turn", () => {
    const call = startTextCall(menu, { now });
    expect(call.newLines().map((l) => l.text)).toEqual(["Menu"]);
    call.turn({ say: "sales" });
    expect(call.newLines().map((l) => l.text)).toEqual(["sales", "A."]);
    expect(call.state.status).toBe("ended");
  });

  it("is the same every time", () => {
    const once = () => simulate(menu, { turns: [{ say: "x" }, { press: "12" }], now });
    expect(once()).toEqual(once());
  });
});
