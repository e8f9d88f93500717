import type { TranscriptEntry } from "./types";

/**
 * Puts a caption into the list: a new segment goes to the end, a known one is replaced where it stands. A segment without text
 * is taken out again (what was recognised turned out to be nothing), unless it says "not understood". The agent's caption of what
 * the caller typed confirms the line that is there already.
 */
export function applySegment(entries: TranscriptEntry[], segment: TranscriptEntry): TranscriptEntry[] {
  const at = entries.findIndex((entry) => entry.id === segment.id && entry.role === segment.role);
  // Streams are read side by side: the last words of the partial text may come in after the final text.
  if (at !== -1 && entries[at]!.final && !segment.final) return entries;
  const empty = segment.text.trim() === "" && !segment.notUnderstood;
  if (empty) return at === -1 || !segment.final ? entries : entries.filter((_, index) => index !== at);
  if (at === -1) {
    const echo = segment.role === "caller" && segment.final ? entries.findIndex((entry) => entry.pending && entry.text === segment.text) : -1;
    if (echo !== -1) return entries.map((entry, index) => (index === echo ? { ...entry, pending: undefined } : entry));
    return [...entries, segment];
  }
  return entries.map((entry, index) => (index === at ? segment : entry));
}

/**
 * Who a caption belongs to. Workers send captions of both sides; those of the caller carry the caller's identity or name the
 * caller's track.
 */
export function roleOfSegment(input: { senderIdentity: string; attributes: Record<string, string>; callerIdentity: string; callerTracks: string[] }): "agent" | "caller" {
  const { senderIdentity, attributes, callerIdentity, callerTracks } = input;
  if (attributes["parley.role"] === "caller" || attributes["parley.role"] === "agent") return attributes["parley.role"];
  if (senderIdentity === callerIdentity) return "caller";
  const track = attributes["lk.transcribed_track_id"];
  return track && callerTracks.includes(track) ? "caller" : "agent";
}

/** After the end nothing changes any more: what was partial is now as final as it gets. */
export function settled(entries: TranscriptEntry[]): TranscriptEntry[] {
  return entries.map((entry) => (entry.final ? entry : { ...entry, final: true }));
}
