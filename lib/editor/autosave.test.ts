import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FlowDocument } from "@/lib/flow/document/schema";
import { Autosave, openingDocument, type LocalCopy, type SaveAnswer, type SaveState } from "./autosave";
import { updateField } from "./commands/nodes";
import { frontDesk } from "./testing/documents";

const edit = (text: string): FlowDocument => updateField(frontDesk(), "bye", "say", text);

function setUp(answers: (SaveAnswer | Error | Promise<SaveAnswer>)[]) {
  const sent: { document: FlowDocument; revision: number }[] = [];
  const kept: (LocalCopy | null)[] = [];
  const states: SaveState[] = [];
  const autosave = new Autosave({
    revision: 1,
    put: async (document, revision) => {
      sent.push({ document, revision });
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer!;
    },
    keep: (copy) => kept.push(copy),
    onState: (state) => states.push(state),
  });
  return { autosave, sent, kept, states, kinds: () => states.map((state) => state.kind) };
}

describe("autosave", () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  it("saves once after a pause, and keeps a copy on the device until the server has it", async () => {
    const { autosave, sent, kept, kinds } = setUp([{ kind: "saved", revision: 2 }]);
    autosave.change(edit("a"), {});
    autosave.change(edit("ab"), {});
    expect(kept.at(-1)).toMatchObject({ base: 1, document: edit("ab") });
    await vi.runAllTimersAsync();
    expect(sent).toEqual([{ document: edit("ab"), revision: 1 }]);
    expect(kept.at(-1)).toBeNull();
    expect(kinds().at(-1)).toBe("saved");
    expect(autosave.pending).toBe(false);
  });

  it("sends what was typed during a save with the new revision, never two at once", async () => {
    let answer!: (value: SaveAnswer) => void;
    const { autosave, sent, kept } = setUp([new Promise<SaveAnswer>((resolve) => { answer = resolve; }), { kind: "saved", revision: 3 }]);
    autosave.change(edit("a"), {});
    await vi.advanceTimersByTimeAsync(1000);
    autosave.change(edit("b"), {});
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toHaveLength(1);
    answer({ kind: "saved", revision: 2 });
    await vi.runAllTimersAsync();
    expect(sent.map((each) => each.revision)).toEqual([1, 2]);
    expect(sent[1]!.document).toEqual(edit("b"));
    expect(kept.at(-1)).toBeNull();
  });

  it("keeps trying with longer pauses while offline and loses nothing", async () => {
    const { autosave, sent, kept, states } = setUp([new Error("down"), new Error("down"), { kind: "saved", revision: 2 }]);
    autosave.change(edit("a"), {});
    await vi.advanceTimersByTimeAsync(600);
    expect(states.at(-1)).toEqual({ kind: "offline", retryInMs: 1000 });
    expect(kept.at(-1)).toMatchObject({ document: edit("a") });
    await vi.advanceTimersByTimeAsync(1000);
    expect(states.at(-1)).toEqual({ kind: "offline", retryInMs: 2000 });
    await vi.advanceTimersByTimeAsync(2000);
    expect(sent).toHaveLength(3);
    expect(states.at(-1)).toEqual({ kind: "saved" });
  });

  it("stops at a conflict, keeps my copy, and goes on with the revision of the choice", async () => {
    const theirs = { document: edit("theirs"), revision: 7 };
    const { autosave, sent, kept, kinds } = setUp([{ kind: "conflict", theirs }, { kind: "saved", revision: 8 }]);
    autosave.change(edit("mine"), {});
    await vi.runAllTimersAsync();
    expect(kinds().at(-1)).toBe("conflict");
    autosave.change(edit("mine 2"), {});
    await vi.runAllTimersAsync();
    expect(sent).toHaveLength(1);
    expect(kept.at(-1)).toMatchObject({ document: edit("mine 2") });
    autosave.resolve(7, { document: edit("mine 2"), drafts: {} });
    await vi.runAllTimersAsync();
    expect(sent[1]).toEqual({ document: edit("mine 2"), revision: 7 });
    expect(kept.at(-1)).toBeNull();
  });

  it("does not repeat a refused document, but tries the next change", async () => {
    const { autosave, sent, kinds } = setUp([{ kind: "refused", message: "no" }, { kind: "saved", revision: 2 }]);
    autosave.change(edit("bad"), {});
    await vi.runAllTimersAsync();
    expect(kinds().at(-1)).toBe("refused");
    expect(sent).toHaveLength(1);
    autosave.change(edit("good"), {});
    await vi.runAllTimersAsync();
    expect(kinds().at(-1)).toBe("saved");
  });

  it("flush waits for the save under way and says whether all is on the server", async () => {
    const { autosave, sent } = setUp([{ kind: "saved", revision: 2 }, new Error("down")]);
    autosave.change(edit("a"), {});
    expect(await autosave.flush()).toBe(true);
    autosave.change(edit("b"), {});
    expect(await autosave.flush()).toBe(false);
    expect(sent).toHaveLength(2);
  });

  it("keeps half-typed fields although the document is saved", async () => {
    const { autosave, kept } = setUp([{ kind: "saved", revision: 2 }]);
    autosave.change(edit("a"), { "bye:outcome": "half" });
    await vi.runAllTimersAsync();
    expect(kept.at(-1)).toMatchObject({ base: 2, drafts: { "bye:outcome": "half" } });
    autosave.keepDrafts(edit("a"), {});
    expect(kept.at(-1)).toBeNull();
  });
});

describe("opening", () => {
  const server = { document: edit("server"), revision: 4 };
  it("restores a copy that never reached the server, and asks when the server went on meanwhile", () => {
    const copy = { document: edit("mine"), base: 4, drafts: {} };
    expect(openingDocument(server, null)).toEqual({ kind: "server" });
    expect(openingDocument(server, copy)).toEqual({ kind: "restore", copy });
    expect(openingDocument(server, { ...copy, base: 3 })).toMatchObject({ kind: "conflict" });
    expect(openingDocument(server, { ...copy, document: edit("server"), base: 3 })).toEqual({ kind: "server" });
  });

  it("brings half-typed fields back without saving a document that the server has", () => {
    const drafts = { "bye:outcome": "half" };
    expect(openingDocument(server, { document: edit("server"), base: 3, drafts })).toMatchObject({ kind: "drafts", copy: { base: 4, drafts } });
  });
});
