/** The part of a LiveKit participant that sends text; a fake in tests. */
export interface TextSender {
  streamText(options: { topic: string; attributes: Record<string, string>; senderIdentity?: string }): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }>;
}

const TOPIC = "lk.transcription";

/**
 * Captions of both sides as LiveKit's text streams, which any LiveKit client shows. The agent's words go out as they are
 * heard. Never throws: a caption is not worth a call.
 */
export class Captions {
  private open = new Map<string, { sent: string; stream: Promise<{ write(text: string): Promise<void>; close(): Promise<void> }> }>();
  private line: Promise<void> = Promise.resolve();

  constructor(
    private readonly sender: TextSender,
    private readonly trackIds: () => { agent?: string | undefined; caller?: string | undefined },
    private readonly callId: string,
  ) {}

  agentHeard(speech: string, heard: string): void {
    const open = this.open.get(speech) ?? this.begin(speech);
    if (!heard.startsWith(open.sent) || heard.length === open.sent.length) return;
    const more = heard.slice(open.sent.length);
    open.sent = heard;
    this.then(async () => (await open.stream).write(more));
  }

  agentEnded(speech: string, heard: string, interrupted: boolean): void {
    const open = this.open.get(speech);
    this.open.delete(speech);
    if (open) this.then(async () => (await open.stream).close());
    // Once more and whole: the words as they stand in the transcript.
    this.whole(this.agentAttributes(speech, true, interrupted), heard, undefined);
  }

  caller(utterance: string, text: string, understood: boolean, identity: string): void {
    const track = this.trackIds().caller;
    const attributes = {
      "lk.segment_id": `${this.callId}-u${utterance}`,
      "lk.transcription_final": "true",
      "parley.role": "caller",
      ...(track ? { "lk.transcribed_track_id": track } : {}),
      ...(understood ? {} : { "parley.understood": "false" }),
    };
    this.whole(attributes, understood ? text : "", identity);
  }

  private begin(speech: string) {
    const stream = this.sender.streamText({ topic: TOPIC, attributes: this.agentAttributes(speech, false, false) });
    stream.catch(() => undefined);
    const open = { sent: "", stream };
    this.open.set(speech, open);
    return open;
  }

  private agentAttributes(speech: string, final: boolean, interrupted: boolean): Record<string, string> {
    const track = this.trackIds().agent;
    return {
      "lk.segment_id": `${this.callId}-${speech}`,
      "lk.transcription_final": String(final),
      "parley.role": "agent",
      ...(track ? { "lk.transcribed_track_id": track } : {}),
      ...(interrupted ? { "parley.interrupted": "true" } : {}),
    };
  }

  private whole(attributes: Record<string, string>, text: string, senderIdentity: string | undefined): void {
    this.then(async () => {
      const stream = await this.sender.streamText({ topic: TOPIC, attributes, ...(senderIdentity ? { senderIdentity } : {}) });
      if (text !== "") await stream.write(text);
      await stream.close();
    });
  }

  private then(work: () => Promise<void>): void {
    this.line = this.line.then(work).catch(() => undefined);
  }

  /** Resolves when everything was sent. */
  flush(): Promise<void> {
    return this.line;
  }
}
