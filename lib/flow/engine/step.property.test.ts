import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { compile } from "../compile";
import { lint } from "../lint";
import { documents, happenings } from "../testing/arbitrary";
import { drive } from "../testing/drive";
import { expectationOf, nextKeys, silenceTimes } from "./expect";
import { replay } from "./step";

const RUNS = Number(process.env.PARLEY_PROPERTY_RUNS ?? 150);
vi.setConfig({ testTimeout: 60_000 });
const isSound = (problems: ReturnType<typeof lint>) => problems.every((p) => p.severity !== "error");

describe("any document and any events", () => {
  it("step never throws, and its inputs stay as they are (they are frozen)", () => {
    fc.assert(fc.property(documents, happenings, (document, list) => void drive(compile(document), list)), { numRuns: RUNS });
  });

  it("a step always comes to rest: so many effects, so many nodes, no more", () => {
    fc.assert(fc.property(documents, happenings, (document, list) => {
      for (const { trace, effects } of drive(compile(document), list).steps) {
        expect(trace.entered.length).toBeLessThanOrEqual(120);
        expect(effects.length).toBeLessThanOrEqual(120);
      }
    }), { numRuns: RUNS });
  });

  it("the same events give the same state, path and traces again", () => {
    fc.assert(fc.property(documents, happenings, (document, list) => {
      const plan = compile(document);
      const { events, state, steps } = drive(plan, list);
      const again = replay(plan, JSON.parse(JSON.stringify(events)));
      expect(again.state).toEqual(state);
      expect(again.steps.map((s) => s.trace)).toEqual(steps.map((s) => s.trace));
    }), { numRuns: RUNS });
  });

  it("a state survives being stored as JSON, and so does the plan", () => {
    fc.assert(fc.property(documents, happenings, (document, list) => {
      const plan = compile(document);
      const { events, state } = drive(plan, list);
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      expect(replay(JSON.parse(JSON.stringify(plan)), events).state).toEqual(state);
    }), { numRuns: RUNS });
  });

  it("the path is what the traces say was entered", () => {
    fc.assert(fc.property(documents, happenings, (document, list) => {
      const { state, steps } = drive(compile(document), list);
      expect(state.path).toEqual(steps.flatMap((s) => s.trace.entered));
    }), { numRuns: RUNS });
  });

  it("ids of speeches and requests are never given twice", () => {
    fc.assert(fc.property(documents, happenings, (document, list) => {
      const effects = drive(compile(document), list).steps.flatMap((s) => s.effects);
      for (const ids of [effects.flatMap((e) => (e.type === "say" || e.type === "speakReply" ? [e.id] : [])), effects.flatMap((e) => (e.type === "askModel" ? [e.id] : []))]) {
        expect(new Set(ids).size).toBe(ids.length);
      }
    }), { numRuns: RUNS });
  });

  it("what is expected can be told at any moment", () => {
    fc.assert(fc.property(documents, happenings, fc.constantFrom("1", "12", "0", "#", "555"), (document, list, keys) => {
      const plan = compile(document);
      for (const { state } of drive(plan, list).steps) {
        expectationOf(plan, state);
        nextKeys(plan, state, keys);
        const times = silenceTimes(plan, state);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(state.status !== "live" || times.length > 0).toBe(true);
      }
    }), { numRuns: RUNS });
  });
});

describe("documents that the linter lets pass", () => {
  it("are common enough here for these tests to mean something", () => {
    // A seed of its own: this is about the generator, and chance would make it fail once in a while.
    const sample = fc.sample(documents, { numRuns: 1000, seed: 20 });
    expect(sample.filter((d) => isSound(lint(d))).length).toBeGreaterThan(25);
  });

  it("never spin and never end in an error of their own", () => {
    fc.assert(fc.property(documents, happenings, (document, list) => {
      fc.pre(isSound(lint(document)));
      const { state, steps } = drive(compile(document), list.filter((h) => h.kind !== "failed"));
      expect(state.ended?.reason).not.toBe("error");
      expect(steps.flatMap((s) => s.trace.notes).filter((note) => /without the caller doing anything/.test(note))).toEqual([]);
    }), { numRuns: RUNS, maxSkipsPerRun: 200 });
  });

  it("never leave a caller who spoke without an answer: someone speaks, the model is asked, or the call goes on listening", () => {
    fc.assert(fc.property(documents, happenings, (document, list) => {
      fc.pre(isSound(lint(document)));
      const { steps } = drive(compile(document), list);
      for (const [i, { state, effects, trace }] of steps.entries()) {
        const before = steps[i - 1]?.state;
        if (trace.event !== "said" || before?.status !== "live" || state.status !== "live") continue;
        expect(effects.some((e) => e.type === "listen" || e.type === "askModel" || e.type === "say")).toBe(true);
      }
    }), { numRuns: RUNS, maxSkipsPerRun: 200 });
  });
});
