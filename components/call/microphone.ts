/** A request for the microphone under way. */
export interface MicrophoneRequest {
  /** Rejects with what getUserMedia threw. */
  track: Promise<MediaStreamTrack>;
  /** Resolves (never rejects) when nobody has to be waited for: allowed earlier, answered now, or refused. */
  decided: Promise<void>;
}

/** Echo cancellation keeps the agent from hearing itself; automatic gain makes quiet callers audible. */
const WANTED: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 };

/** Asks for the microphone. `onAsking` is told when the browser shows its question and when it is answered. */
export function captureMicrophone(onAsking: (asking: boolean) => void): MicrophoneRequest {
  const track = capture();
  track.catch(() => undefined);
  const settled = track.then(() => undefined, () => undefined);
  // The question is only worth mentioning when it stays open: allowed earlier, it never shows.
  const hint = setTimeout(() => onAsking(true), 400);
  void settled.then(() => {
    clearTimeout(hint);
    onAsking(false);
  });
  return { track, decided: Promise.race([settled, allowedEarlier()]) };
}

async function capture(): Promise<MediaStreamTrack> {
  if (!navigator.mediaDevices?.getUserMedia) throw new DOMException("No media devices here", "NotSupportedError");
  const stream = await navigator.mediaDevices.getUserMedia({ audio: WANTED });
  const track = stream.getAudioTracks()[0];
  if (!track) throw new DOMException("No audio track", "NotFoundError");
  return track;
}

/** Resolves at once when the browser already allowed the microphone here, and never otherwise. */
async function allowedEarlier(): Promise<void> {
  try {
    const answer = await navigator.permissions.query({ name: "microphone" as PermissionName });
    if (answer.state === "granted") return;
  } catch {
    // Firefox and Safari do not tell; the request itself will.
  }
  return new Promise(() => undefined);
}
