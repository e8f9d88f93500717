import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * An endpoint that speaks OpenAI's HTTP protocol: models, chat completions as a stream of server-sent events, transcriptions
 * of an uploaded WAV file, and speech as raw 24 kHz PCM. It has no intelligence: what it answers is set by the test; what it was
 * asked is kept. The client is the vendor's own library, inside LiveKit's plugin.
 */
export class OpenAiServer {
  /** Bodies of chat completions, in order. */
  readonly chats: { model: string; stream: boolean; messages: { role: string; content: unknown }[] }[] = [];
  /** Replies to come, each in the pieces in which it is streamed; the word "fail" answers 500. */
  replies: (string[] | "fail")[] = [];
  /** What every recording says. */
  transcript = "";
  transcriptions = 0;
  speeches: string[] = [];

  private constructor(private readonly server: ReturnType<typeof createServer>, readonly key: string) {}

  static async start(key = "test-key"): Promise<OpenAiServer> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part)).on("end", () => void openai.answer(request, Buffer.concat(parts), response));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const openai = new OpenAiServer(server, key);
    return openai;
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const json = (status: number, value: unknown) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    if (request.headers.authorization !== `Bearer ${this.key}`) return void json(401, { error: { message: "Incorrect API key provided", type: "invalid_request_error", code: "invalid_api_key" } });
    switch (request.url) {
      case "/v1/models":
        return void json(200, { object: "list", data: [{ id: "test-model", object: "model", created: 0, owned_by: "tests" }] });
      case "/v1/audio/transcriptions":
        this.transcriptions++;
        return void json(200, { text: this.transcript });
      case "/v1/audio/speech":
        this.speeches.push(JSON.parse(body.toString()).input);
        // Half a second of a quiet tone, so that there is something to play.
        response.writeHead(200, { "content-type": "audio/pcm" });
        return void response.end(Buffer.from(Int16Array.from({ length: 12_000 }, (_, i) => Math.round(3000 * Math.sin((2 * Math.PI * 440 * i) / 24_000))).buffer));
      case "/v1/chat/completions":
        return this.chat(JSON.parse(body.toString()), response);
      default:
        return void json(404, { error: { message: `no such path: ${request.url}` } });
    }
  }

  private chat(body: OpenAiServer["chats"][number], response: ServerResponse): void {
    this.chats.push(body);
    const pieces = this.replies.shift() ?? "fail";
    if (pieces === "fail") return void response.writeHead(500, { "content-type": "application/json" }).end(JSON.stringify({ error: { message: "The server had an error", type: "server_error" } }));
    response.writeHead(200, { "content-type": "text/event-stream" });
    const chunk = (delta: object, finish: string | null = null) =>
      `data: ${JSON.stringify({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: body.model, choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
    response.write(chunk({ role: "assistant", content: "" }));
    for (const piece of pieces) response.write(chunk({ content: piece }));
    response.end(`${chunk({}, "stop")}data: [DONE]\n\n`);
  }
}
