import { describe, expect, it } from "vitest";
import { applySegment, roleOfSegment } from "./transcript";
import type { TranscriptEntry } from "./types";

const entry = (id: string, text: string, more: Partial<TranscriptEntry> = {}): TranscriptEntry => ({ id, role: "caller", text, final: true, ...more });

describe("applySegment", () => {
  it("replaces a segment where it stands, so that a late correction does not move it below what came after", () => {
    const list = [entry("a", "I want", { final: false }), entry("b", "Hello", { role: "agent" })];
    expect(applySegment(list, entry("a", "I want a pizza")).map((e) => e.text)).toEqual(["I want a pizza", "Hello"]);
  });

  it("takes out partial words that turned out to be nothing", () => {
    expect(applySegment([entry("a", "um", { final: false })], entry("a", "", { final: true }))).toEqual([]);
  });

  it("keeps showing partial words while an update is still empty", () => {
    const list = [entry("a", "um", { final: false })];
    expect(applySegment(list, entry("a", "", { final: false }))).toBe(list);
  });

  it("does not go back from final words to partial ones that were read late", () => {
    const list = [entry("a", "I want a pizza")];
    expect(applySegment(list, entry("a", "I want", { final: false }))).toBe(list);
  });

  it("does not show typed words twice when the agent sends their caption, and takes each caption for one line only", () => {
    const typed = (id: string) => entry(id, "yes", { how: "typed", pending: true });
    let list = [typed("typed-1"), typed("typed-2")];
    list = applySegment(list, entry("call-t0", "yes"));
    list = applySegment(list, entry("call-t1", "yes"));
    expect(list.map((line) => [line.id, line.pending])).toEqual([["typed-1", undefined], ["typed-2", undefined]]);
    expect(applySegment(list, entry("call-u1", "yes"))).toHaveLength(3);
  });

  it("keeps a segment without words that was not understood", () => {
    expect(applySegment([], entry("a", "", { notUnderstood: true }))).toHaveLength(1);
  });

  it("does not mix up the agent and the caller when both use the same segment id", () => {
    expect(applySegment([entry("1", "Hello", { role: "agent" })], entry("1", "Hi"))).toHaveLength(2);
  });
});

describe("roleOfSegment", () => {
  const base = { senderIdentity: "agent-1", attributes: {}, callerIdentity: "caller-1", callerTracks: ["TR_mic"] };
  it("gives captions of the caller's track to the caller although the agent sends them", () => {
    expect(roleOfSegment({ ...base, attributes: { "lk.transcribed_track_id": "TR_mic" } })).toBe("caller");
  });
  it("gives captions sent under the caller's identity to the caller", () => {
    expect(roleOfSegment({ ...base, senderIdentity: "caller-1" })).toBe("caller");
  });
  it("gives everything else to the agent", () => {
    expect(roleOfSegment({ ...base, attributes: { "lk.transcribed_track_id": "TR_agent" } })).toBe("agent");
  });
});
