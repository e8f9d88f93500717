import type { Room } from "livekit-client";
import { roleOfSegment } from "./transcript";
import type { TranscriptEntry } from "./types";

/** Reads LiveKit's caption streams of a room. A stream that says at its beginning that it is final is shown once, when it is whole. */
export function receiveCaptions(room: Room, onEntry: (entry: TranscriptEntry) => void): void {
  room.registerTextStreamHandler("lk.transcription", async (reader, sender) => {
    const attributes = reader.info.attributes ?? {};
    const segment = {
      id: attributes["lk.segment_id"] ?? reader.info.id,
      role: roleOfSegment({
        senderIdentity: sender.identity,
        attributes,
        callerIdentity: room.localParticipant.identity,
        callerTracks: [...room.localParticipant.trackPublications.keys()],
      }),
      notUnderstood: attributes["parley.understood"] === "false" || undefined,
      interrupted: attributes["parley.interrupted"] === "true" || undefined,
    };
    const whole = attributes["lk.transcription_final"] === "true";
    let text = "";
    try {
      for await (const piece of reader) {
        text += piece;
        if (!whole) onEntry({ ...segment, text, final: false });
      }
    } catch {
      // The sender broke off; what came is shown.
    }
    onEntry({ ...segment, text, final: attributes["lk.transcription_final"] !== "false" });
  });
}
