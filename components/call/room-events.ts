import type { Participant, RemoteTrack, Room } from "livekit-client";
import { receiveCaptions } from "./captions";
import type { TranscriptEntry } from "./types";

export interface RoomHandlers {
  caption(entry: TranscriptEntry): void;
  sound(track: RemoteTrack): void;
  soundGone(track: RemoteTrack): void;
  /** Somebody came, or says something new about itself. */
  changed(): void;
  left(participant: Participant): void;
  /** The media server hears nothing of somebody any more (true), or again (false). */
  quiet(participant: Participant, lost: boolean): void;
  playbackChanged(): void;
  trouble(): void;
  backOnline(): void;
  /** @param reason a DisconnectReason */
  disconnected(reason: number | undefined): void;
}

/** A room that is not connected yet and tells `handlers` what happens in it, for as long as `isCurrent` says so. */
export function createRoom(lk: typeof import("livekit-client"), handlers: RoomHandlers, isCurrent: (room: Room) => boolean): Room {
  const { RoomEvent } = lk;
  const room = new lk.Room({
    // The recogniser needs the quiet onset of a word as much as the word.
    publishDefaults: { dtx: false, red: true },
    disconnectOnPageLeave: true,
    adaptiveStream: false,
    dynacast: false,
  });
  const on = <A extends unknown[]>(handle: (...args: A) => void) => (...args: A): void => { if (isCurrent(room)) handle(...args); };
  receiveCaptions(room, on(handlers.caption));
  return room
    .on(RoomEvent.TrackSubscribed, on((track: RemoteTrack) => handlers.sound(track)))
    .on(RoomEvent.TrackUnsubscribed, (track) => handlers.soundGone(track))
    .on(RoomEvent.ParticipantConnected, on(handlers.changed))
    .on(RoomEvent.ParticipantAttributesChanged, on(handlers.changed))
    .on(RoomEvent.ParticipantDisconnected, on(handlers.left))
    // The media server notices a dead agent in some seconds, and takes it out of the room only much later.
    .on(RoomEvent.ConnectionQualityChanged, on((quality, participant) => {
      if (quality !== lk.ConnectionQuality.Unknown) handlers.quiet(participant, quality === lk.ConnectionQuality.Lost);
    }))
    .on(RoomEvent.AudioPlaybackStatusChanged, on(handlers.playbackChanged))
    .on(RoomEvent.Reconnecting, on(handlers.trouble))
    .on(RoomEvent.SignalReconnecting, on(handlers.trouble))
    .on(RoomEvent.Reconnected, on(handlers.backOnline))
    .on(RoomEvent.Disconnected, on(handlers.disconnected));
}
