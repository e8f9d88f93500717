import { randomBytes } from "node:crypto";
import { answer } from "@/lib/api/router";
import { PEER_HEADER } from "@/lib/api/client-ip";
import { db } from "@/lib/db";
import type { Actor } from "@/lib/teams/actor";
import { createApiKey } from "@/lib/teams/api-keys";

export interface Answer {
  status: number;
  // Tests look into whatever came.
  body: any;
  headers: Headers;
}

/** One request to the app's own router, as if it came over the network. */
export async function ask(method: string, path: string, options: { key?: string; body?: unknown; headers?: Record<string, string>; ip?: string } = {}): Promise<Answer> {
  const response = await answer(
    new Request(`http://localhost:3000${path}`, {
      method,
      headers: {
        host: "localhost:3000",
        [PEER_HEADER]: options.ip ?? "203.0.113.1",
        ...(options.key ? { authorization: `Bearer ${options.key}` } : {}),
        ...(options.body === undefined ? {} : { "content-type": "application/json" }),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { body: typeof options.body === "string" ? options.body : JSON.stringify(options.body) }),
    }),
  );
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null, headers: response.headers };
}

export interface Team {
  actor: Actor & { userId: string };
  key: string;
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Fails with what was said unless the answer is 2xx; its body otherwise. */
  ok(method: string, path: string, body?: unknown): Promise<any>;
}

/** A new workspace with an owner and an API key. */
export async function newTeam(): Promise<Team> {
  const user = await db().user.create({
    data: { email: `${randomBytes(6).toString("hex")}@example.com`, memberships: { create: { role: "owner", workspace: { create: { name: "Team" } } } } },
    include: { memberships: true },
  });
  const actor = { workspaceId: user.memberships[0]!.workspaceId, userId: user.id, apiKeyId: null, role: "owner" as const };
  const { key } = await createApiKey(actor, "test");
  const request = (method: string, path: string, body?: unknown) => ask(method, path, { key, body });
  return {
    actor,
    key,
    ask: request,
    async ok(method, path, body) {
      const result = await request(method, path, body);
      if (result.status < 200 || result.status > 299) throw new Error(`${method} ${path}: ${result.status} ${JSON.stringify(result.body)}`);
      return result.body;
    },
  };
}

/** Says hello, listens for yes, ends. */
export const HELLO = {
  parley: 1,
  name: "Hello",
  start: "hello",
  nodes: [
    {
      id: "hello", type: "talk", name: "Hello", position: { x: 0, y: 0 }, say: { mode: "fixed", text: "Hello. Say yes." },
      exits: [
        { id: "yes", to: "bye", when: { type: "phrase", phrases: ["yes"] } },
        { id: "else", to: "bye", when: { type: "otherwise" } },
        { id: "quiet", to: "bye", when: { type: "silence", seconds: 8 } },
      ],
    },
    { id: "bye", type: "end", name: "Bye", position: { x: 300, y: 0 }, say: "Bye.", outcome: "done", exits: [] },
  ],
};
