import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { compile, lint, simulate, type SimulatedTurn } from "@/lib/flow";
import { templateById, templates } from "./index";

const NOW = "2026-11-22T10:00:00Z"; // a Sunday

function call(id: string, turns: SimulatedTurn[]) {
  return simulate(compile(templateById(id)!.document), { turns, now: NOW, timezone: "UTC" });
}
const says = (...lines: string[]): SimulatedTurn[] => lines.map((say) => ({ say }));

/** Words of the recogniser's own dictionary. */
function dictionary(): Set<string> {
  const root = path.dirname(createRequire(import.meta.url).resolve("soundswallower"));
  const lines = readFileSync(path.join(root, "model/en-us/dict.txt"), "utf8").split("\n");
  return new Set(lines.map((line) => line.split(/\s/)[0]!.replace(/\(\d+\)$/, "").replace(/'/g, "")));
}

describe("every starting point", () => {
  const words = dictionary();
  it.each(templates.map((t) => [t.id, t] as const))("%s has nothing for the linter to say, and only words that local speech knows", (_id, template) => {
    expect(lint(template.document, { knows: (word) => words.has(word), providers: [] })).toEqual([]);
  });

  it.each(templates.map((t) => [t.id, t] as const))("%s needs no key and has a card", (_id, template) => {
    const { stt, tts, llm } = template.document.speech;
    expect([stt.provider, tts.provider, llm]).toEqual(["local", "local", undefined]);
    expect(template.description.length).toBeGreaterThan(40);
    expect(template.trySaying.length).toBeGreaterThan(2);
  });

  it.each(templates.map((t) => [t.id, t] as const))("%s is drawn from left to right without cards on each other", (_id, template) => {
    const places = template.document.nodes.map((n) => n.position);
    for (const [i, a] of places.entries()) for (const b of places.slice(i + 1)) expect(Math.abs(a.x - b.x) >= 400 || Math.abs(a.y - b.y) >= 190).toBe(true);
  });

  it.each(templates.map((t) => [t.id, t] as const))("%s survives a caller who is never understood", (_id, template) => {
    const turns: SimulatedTurn[] = Array.from({ length: 30 }, () => ({ say: "", understood: false }));
    const { ended, trace } = simulate(compile(template.document), { turns, now: NOW });
    expect(ended?.reason).not.toBe("error");
    expect(trace.length).toBeGreaterThan(2);
  });
});

describe("appointment booking", () => {
  it("books what was asked for, in any order", () => {
    const result = call("appointment-booking", says("yes please", "a cleaning tomorrow", "half past two", "yes"));
    expect(result.path).toEqual(["welcome", "details", "open_then", "confirm", "booked"]);
    expect(result.variables).toEqual({ treatment: "cleaning", day: "2026-11-23", time: "14:30" });
    expect(result.ended).toEqual({ reason: "flow_ended", outcome: "booked" });
    expect(result.transcript.map((l) => l.text)).toContain("That is a cleaning on Monday, November 23 at 2:30 PM. Shall I book it?");
  });

  it("says when it is closed, tells the hours in between, and takes a change of mind", () => {
    const result = call("appointment-booking", says("banana", "yes", "check up", "when do you open", "friday", "eight in the evening", "ten", "no", "filling", "monday", "nine thirty", "maybe", "correct"));
    expect(result.path).toEqual(["welcome", "explain", "details", "hours", "details", "open_then", "closed", "forget_time", "other_time", "open_then", "confirm", "again", "details", "open_then", "confirm", "say_yes_or_no", "confirm", "booked"]);
    expect(result.variables).toEqual({ treatment: "filling", day: "2026-11-23", time: "09:30" });
  });

  it("gives up politely", () => {
    const result = call("appointment-booking", says("yes", "what about my dog", "a cat", "nothing"));
    expect(result.ended).toEqual({ reason: "flow_ended", outcome: "call back" });
  });
});

describe("phone menu", () => {
  it("takes a meter reading by keys alone", () => {
    const result = call("phone-tree", [{ press: "2" }, { press: "1" }, { press: "4572#" }, { press: "1" }]);
    expect(result.path).toEqual(["menu", "support", "reading", "reading_done"]);
    expect(result.variables.meter_reading).toBe(4572);
  });

  it("takes keys that are pressed ahead", () => {
    expect(call("phone-tree", [{ press: "21" }, { press: "4572#" }, { say: "yes" }]).path).toEqual(["menu", "support", "reading", "reading_done"]);
  });

  it("bears a wrong key, silence, going back, and takes 0 from everywhere", () => {
    const result = call("phone-tree", [{ press: "7" }, { silence: 10 }, { say: "sales" }, { press: "9" }, { say: "support please" }, { press: "0" }, { press: "5551234567#" }, { say: "yes" }]);
    expect(result.path).toEqual(["menu", "not_in_menu", "menu", "menu", "sales", "menu", "support", "call_back", "called_back"]);
    expect(result.variables.call_back_number).toBe("+15551234567");
  });
});

describe("pizza order", () => {
  it("takes everything from one sentence and tells the price", () => {
    const result = call("pizza-order", says("I'd like a large pizza with mushrooms please", "no thanks", "yes please"));
    expect(result.path).toEqual(["order", "more", "no_extra", "which_size", "price_large", "confirm", "ordered"]);
    expect(result.variables).toMatchObject({ size: "large", topping: "mushroom", wants_extra: false, price: 15 });
    expect(result.transcript.map((l) => l.text)).toContain("One large pizza with mushroom, and nothing extra. That is 15 dollars. Shall I order it?");
  });

  it("lets the caller change their mind", () => {
    const result = call("pizza-order", says("huge", "medium", "ham", "yes", "onions", "no", "the size", "small", "ham", "no", "yes"));
    expect(result.path).toEqual(["order", "more", "extra", "which_size", "price_medium", "confirm", "change", "order", "more", "no_extra", "which_size", "price_small", "confirm", "ordered"]);
    expect(result.variables).toMatchObject({ size: "small", topping: "ham", extra: null, price: 9 });
  });

  it("can be called off", () => {
    expect(call("pizza-order", says("small cheese", "no", "cancel")).ended).toEqual({ reason: "flow_ended", outcome: "cancelled" });
  });
});

describe("opinion survey", () => {
  it("asks a happy caller for a recommendation", () => {
    const result = call("opinion-survey", says("sure", "nine", "absolutely"));
    expect(result.path).toEqual(["welcome", "mark", "how_good", "recommend", "thanks"]);
    expect(result.variables).toMatchObject({ mark: 9, recommends: true });
  });

  it("asks a grumpy one why, after a mark that is too high", () => {
    const result = call("opinion-survey", says("what for", "yes", "two hundred", "six", "delivery", "yes"));
    expect(result.path).toEqual(["welcome", "yes_or_no", "mark", "how_good", "out_of_range", "mark", "how_good", "why", "we_call"]);
    expect(result.variables).toMatchObject({ mark: 6, reason: "delivery", call_wanted: true });
  });

  it("leaves a busy caller alone", () => {
    expect(call("opinion-survey", says("no sorry I'm busy")).path).toEqual(["welcome", "not_now"]);
  });
});
