import type { RemoteTrack } from "livekit-client";

/** Plays the agent's sound through elements of its own, and takes them away again. */
export class Speaker {
  private readonly elements = new Set<HTMLMediaElement>();

  play(track: RemoteTrack): void {
    const element = track.attach();
    element.dataset.parley = "agent-audio";
    element.hidden = true;
    document.body.append(element);
    this.elements.add(element);
  }

  stop(track: RemoteTrack): void {
    for (const element of track.detach()) this.remove(element);
  }

  clear(): void {
    for (const element of this.elements) this.remove(element);
  }

  private remove(element: HTMLMediaElement): void {
    element.remove();
    this.elements.delete(element);
  }
}
