import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { modelFor, recogniserFor, voiceFor } from "./providers";

/** An endpoint that speaks OpenAI's language over real HTTP, with answers that are known beforehand. */
function answer(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
  if (request.headers.authorization !== "Bearer right") return void response.writeHead(401).end("{}");
  if (request.url === "/v1/audio/transcriptions") {
    const isWave = body.includes("RIFF") && body.includes("whisper-x");
    response.setHeader("content-type", "application/json");
    return void response.end(JSON.stringify({ text: isWave ? " Two tickets, please. " : "no sound" }));
  }
  if (request.url === "/v1/audio/speech") {
    // Pieces end in the middle of a sample.
    response.write(Buffer.from([1, 0, 2]));
    return void setTimeout(() => response.end(Buffer.from([0, 3, 0])), 20);
  }
  response.setHeader("content-type", "text/event-stream");
  const piece = (content: string) => `data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, delta: { role: "assistant", content }, finish_reason: null }] })}\n\n`;
  response.write(piece(">1 "));
  setTimeout(() => response.end(`${piece("Gladly.")}data: [DONE]\n\n`), 20);
}

describe("OpenAI-compatible providers", () => {
  let server: Server;
  let right: { provider: string; baseUrl: string; apiKey: string }[];
  const choice = { provider: "mine", model: "whisper-x" };
  beforeAll(async () => {
    server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on("data", (piece: Buffer) => pieces.push(piece)).on("end", () => answer(request, Buffer.concat(pieces), response));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    process.env.PARLEY_ALLOW_PRIVATE_URLS = `127.0.0.1:${port}`;
    right = [{ provider: "mine", baseUrl: `http://127.0.0.1:${port}/v1/`, apiKey: "right" }];
  });
  afterAll(() => {
    delete process.env.PARLEY_ALLOW_PRIVATE_URLS;
    server.closeAllConnections();
    server.close();
  });

  const spoken = () => {
    const utterance = recogniserFor(choice, right).open();
    utterance.push({ pcm: new Int16Array(48_000), sampleRate: 48_000 });
    return utterance;
  };

  it("recognises an utterance", async () => {
    expect(await spoken().recognise()).toMatchObject({ accepted: true, text: "Two tickets, please." });
  });

  it("speaks, whatever pieces the sound comes in", async () => {
    const samples: number[] = [];
    for await (const { pcm } of voiceFor(choice, right).synthesize("Hello.")) samples.push(...pcm);
    expect(samples).toEqual([1, 2, 3]);
  });

  it("writes a reply in pieces and stops when it is not wanted any more", async () => {
    const pieces: string[] = [];
    for await (const piece of modelFor(choice, right).reply([{ role: "user", content: "Hi" }])) pieces.push(piece);
    expect(pieces.join("")).toBe(">1 Gladly.");
    const unwanted = new AbortController();
    let count = 0;
    for await (const _ of modelFor(choice, right).reply([{ role: "user", content: "Hi" }], { signal: unwanted.signal })) {
      count++;
      unwanted.abort();
    }
    expect(count).toBe(1);
  });

  it("says what is wrong without the key, for all three parts", async () => {
    const wrong = [{ ...right[0]!, apiKey: "sk-secret" }];
    const utterance = recogniserFor(choice, wrong).open();
    utterance.push({ pcm: new Int16Array(48_000), sampleRate: 48_000 });
    const drain = async (source: AsyncIterable<unknown>) => {
      for await (const _ of source);
    };
    const failures = await Promise.all(
      [utterance.recognise(), drain(voiceFor(choice, wrong).synthesize("Hi")), drain(modelFor(choice, wrong).reply([{ role: "user", content: "Hi" }]))].map((part) => part.then(() => "worked", (error: Error) => error.message)),
    );
    for (const message of failures) expect(message).toMatch(/^127\.0\.0\.1:\d+ does not accept the key\.$/);
  });

  it("does not call an address inside the network that nobody allowed (SSRF)", async () => {
    const inside = [{ provider: "mine", baseUrl: "http://127.0.0.1:1/v1", apiKey: "right" }];
    const utterance = recogniserFor(choice, inside).open();
    utterance.push({ pcm: new Int16Array(48_000), sampleRate: 48_000 });
    await expect(utterance.recognise()).rejects.toThrow(/private network/);
  });

  it("drops a recognition at once when the utterance is closed", async () => {
    const utterance = spoken();
    const result = utterance.recognise();
    utterance.close();
    await expect(result).rejects.toMatchObject({ name: "AbortError" });
  });
});
