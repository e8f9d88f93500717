import { AgentDispatchClient, RoomServiceClient } from "livekit-server-sdk";
import { beforeAll, describe, expect, test } from "vitest";
import { finishCall } from "@/lib/calls/finish-call";
import { signatureHeaders } from "@/lib/calls/sign";
import { db } from "@/lib/db";
import { HELLO, ask, newTeam, type Team } from "../support/api";
import { useDatabase } from "../support/database";
import { useLivekit } from "../support/livekit";

useDatabase();
useLivekit();
let team: Team;
let agentId: string;
beforeAll(async () => {
  team = await newTeam();
  agentId = (await team.ok("POST", "/api/v1/agents", { document: HELLO })).id;
  await team.ok("POST", `/api/v1/agents/${agentId}/publish`);
});

const access = () => [process.env.LIVEKIT_URL!, process.env.LIVEKIT_API_KEY, process.env.LIVEKIT_API_SECRET] as const;
const roomIsOpen = async (callId: string) => (await new RoomServiceClient(...access()).listRooms([`call_${callId}`])).length === 1;
const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, second)).toISOString();
const said = (seq: number, text: string) => ({ seq, at: at(seq), type: "heard", text, understood: true, node: "hello", from: at(seq), to: at(seq) });
const claim = (callId: string, jobId: string, key = "test-worker-key", now = Date.now()) => {
  const body = JSON.stringify({ callId, jobId });
  return ask("POST", "/api/worker/calls/claim", { body, headers: signatureHeaders(key, body, now) });
};
const send = (callId: string, token: string, events: object[]) => ask("POST", `/api/worker/calls/${callId}/events`, { body: { events }, headers: { authorization: `Bearer ${token}` } });
const newCall = async () => (await team.ok("POST", "/api/v1/web-calls", { agentId })) as { callId: string; serverUrl: string; token: string };
/** As if the watcher had found the agent gone. */
const takeAway = (id: string) => db().call.update({ where: { id }, data: { jobId: null } });

describe("starting", () => {
  test("makes a room with an agent on its way, and a token for this room alone", async () => {
    const call = await newCall();
    expect(await roomIsOpen(call.callId)).toBe(true);
    // LiveKit adds one without a name, for workers that take any room.
    const dispatches = (await new AgentDispatchClient(...access()).listDispatch(`call_${call.callId}`)).filter((dispatch) => dispatch.agentName !== "");
    expect(dispatches.map((dispatch) => [dispatch.agentName, JSON.parse(dispatch.metadata)])).toEqual([["parley-test", { callId: call.callId, attempt: 1 }]]);
    const claims = JSON.parse(Buffer.from(call.token.split(".")[1]!, "base64url").toString());
    expect(claims.video).toMatchObject({ room: `call_${call.callId}`, roomJoin: true });
    expect(claims.video.roomAdmin).toBeUndefined();
    expect(await team.ok("GET", `/api/v1/calls/${call.callId}`)).toMatchObject({ status: "queued", version: 1, channel: "web", path: [] });
  });
  test("without a published version says so; the draft can be tried", async () => {
    const { id } = await team.ok("POST", "/api/v1/agents", { document: HELLO });
    expect(await team.ask("POST", "/api/v1/web-calls", { agentId: id })).toMatchObject({ status: 409, body: { type: "urn:parley:problem:agent_not_published" } });
    expect((await team.ask("POST", "/api/v1/web-calls", { agentId: id, version: "draft" })).status).toBe(201);
  });
  test("takes variables that the flow does not declare, and refuses names that cannot be", async () => {
    const { callId } = await team.ok("POST", "/api/v1/web-calls", { agentId, variables: { colour: "red" } });
    expect((await claim(callId, "job")).body.variables).toEqual({ colour: "red" });
    expect((await team.ask("POST", "/api/v1/web-calls", { agentId, variables: { "my colour": "red" } })).body.problems[0].field).toBe("variables.my colour");
  });
});

describe("claiming", () => {
  test("needs the workers' signature, and a fresh one", async () => {
    const { callId } = await newCall();
    expect((await claim(callId, "job", "another-key")).status).toBe(401);
    expect((await claim(callId, "job", undefined, Date.now() - 3_600_000)).status).toBe(401);
    expect((await ask("POST", "/api/worker/calls/claim", { body: { callId, jobId: "job" }, headers: { authorization: `Bearer ${team.key}` } })).status).toBe(401);
  });
  test("gives the plan; again to the same job, to no other while it has one", async () => {
    const { callId } = await newCall();
    const first = await claim(callId, "job-1");
    expect(first.body).toMatchObject({ callId, attempt: 1, resume: null, providers: [], context: { channel: "web" }, plan: { start: "hello" } });
    expect((await claim(callId, "job-1")).body.token).toBe(first.body.token);
    expect((await claim(callId, "job-2")).status).toBe(409);
  });
  test("of two jobs at the same moment, one gets the call", async () => {
    const { callId } = await newCall();
    const results = await Promise.all(["a", "b", "c", "d"].map((job) => claim(callId, job)));
    expect(results.map((result) => result.status).sort()).toEqual([200, 409, 409, 409]);
  });
  test("a brief holds the keys of the providers that the plan uses, and of no other", async () => {
    const own = await newTeam();
    await own.ok("POST", "/api/v1/credentials", { provider: "groq", apiKey: "key-of-groq-000", baseUrl: "https://93.184.216.34/v1" });
    await own.ok("POST", "/api/v1/credentials", { provider: "other", apiKey: "key-of-other-000" });
    const { id } = await own.ok("POST", "/api/v1/agents", { document: { ...HELLO, speech: { llm: { provider: "groq", model: "m" } } } });
    await own.ok("POST", `/api/v1/agents/${id}/publish`);
    const { callId } = await own.ok("POST", "/api/v1/web-calls", { agentId: id });
    expect((await claim(callId, "job")).body.providers).toMatchObject([{ provider: "groq", apiKey: "key-of-groq-000", baseUrl: "https://93.184.216.34/v1" }]);
  });
});

describe("events", () => {
  test("sent twice, overlapping, and at the same moment are stored once each", async () => {
    const { callId } = await newCall();
    const { token } = (await claim(callId, "job")).body;
    const batch = [said(0, "zero"), said(1, "one"), said(2, "two")];
    await Promise.all([send(callId, token, batch), send(callId, token, batch), send(callId, token, batch.slice(0, 2))]);
    expect((await send(callId, token, [said(2, "two"), said(3, "three")])).body).toEqual({ nextSeq: 4, stop: null });
    const { transcript } = await team.ok("GET", `/api/v1/calls/${callId}`);
    expect(transcript.map((line: { text: string }) => line.text)).toEqual(["zero", "one", "two", "three"]);
  });
  test("after a gap are not taken; the receipt says which number is wanted", async () => {
    const { callId } = await newCall();
    const { token } = (await claim(callId, "job")).body;
    expect((await send(callId, token, [said(0, "zero"), said(2, "two")])).body).toEqual({ nextSeq: 1, stop: null });
    expect(await db().callEvent.count({ where: { callId } })).toBe(1);
  });
  test("need the token of this call", async () => {
    const [one, two] = [await newCall(), await newCall()];
    const { token } = (await claim(one.callId, "job")).body;
    expect((await send(two.callId, token, [said(0, "x")])).status).toBe(401);
    expect((await send(one.callId, token.replace(/.$/, (last: string) => (last === "A" ? "B" : "A")), [said(0, "x")])).status).toBe(401);
  });
  test("an agent that was replaced is told so, and its words are not taken", async () => {
    const { callId } = await newCall();
    const first = (await claim(callId, "job-1")).body;
    await send(callId, first.token, [said(0, "zero")]);
    await takeAway(callId);
    const second = (await claim(callId, "job-2")).body;
    expect(second).toMatchObject({ attempt: 2, resume: { nextSeq: 1 } });
    expect((await send(callId, first.token, [said(1, "ghost")])).body).toMatchObject({ stop: "taken_over" });
    expect((await send(callId, second.token, [said(1, "one")])).body).toEqual({ nextSeq: 2, stop: null });
  });
  test("what a dead agent left on disk is taken until its successor has claimed, who then gets it", async () => {
    const { callId } = await newCall();
    const first = (await claim(callId, "job-1")).body;
    await takeAway(callId);
    const step = { seq: 0, at: at(0), type: "step", node: "hello", event: { at: at(0), type: "said", text: "hm", understood: true }, trace: { event: "said", node: "hello", considered: [], taken: null, entered: ["hello"], changed: [], notes: [] } };
    expect((await send(callId, first.token, [step])).body).toMatchObject({ nextSeq: 1, stop: null });
    expect((await claim(callId, "job-2")).body.resume).toEqual({ nextSeq: 1, events: [step.event] });
  });
  test("the end sets status, reason and outcome, and closes the room", async () => {
    const { callId } = await newCall();
    const { token } = (await claim(callId, "job")).body;
    await send(callId, token, [{ seq: 0, at: at(0), type: "callerJoined", identity: "caller_x" }]);
    expect(await team.ok("GET", `/api/v1/calls/${callId}`)).toMatchObject({ status: "live", answeredAt: at(0) });
    expect((await send(callId, token, [said(1, "bye"), { seq: 2, at: at(9), type: "ended", reason: "flow_ended", outcome: "done" }])).body.stop).toBe("ended");
    expect(await team.ok("GET", `/api/v1/calls/${callId}`)).toMatchObject({ status: "ended", endReason: "flow_ended", outcome: "done", endedAt: at(9) });
    expect(await roomIsOpen(callId)).toBe(false);
    expect((await team.ok("GET", "/api/v1/calls?outcome=done")).items[0]).toMatchObject({ id: callId, transcript: [{ text: "bye" }] });
  });
  test("with text that PostgreSQL finds hard are kept as they came", async () => {
    const { callId } = await newCall();
    const { token } = (await claim(callId, "job")).body;
    const odd = "emoji 🥐, half a surrogate \ud800, quotes \" ' \\";
    expect((await send(callId, token, [said(0, odd)])).status).toBe(200);
    expect((await team.ok("GET", `/api/v1/calls/${callId}/events`)).items[0].text).toBe(odd);
  });
});

describe("ending by a member", () => {
  test("closes the room, tells the worker to stop, and still takes its last words", async () => {
    const { callId } = await newCall();
    const { token } = (await claim(callId, "job")).body;
    await team.ok("POST", `/api/v1/calls/${callId}/end`);
    expect(await roomIsOpen(callId)).toBe(false);
    expect((await send(callId, token, [said(0, "last words"), { seq: 1, at: at(5), type: "ended", reason: "caller_hung_up" }])).body.stop).toBe("ended");
    expect(await team.ok("GET", `/api/v1/calls/${callId}`)).toMatchObject({ status: "ended", endReason: "ended_by_member", transcript: [{ text: "last words" }] });
  });
});

describe("ends that the app and the worker see differently", () => {
  const finished = async (finish: { status: "ended" | "failed"; endReason: string }) => {
    const { callId } = await newCall();
    const { token } = (await claim(callId, "job")).body;
    await db().$transaction((tx) => finishCall(callId, finish, tx));
    await send(callId, token, [{ seq: 0, at: at(5), type: "ended", reason: "flow_ended", outcome: "booked" }]);
    return team.ok("GET", `/api/v1/calls/${callId}`);
  };
  test("a guess is replaced by what the worker had on disk", async () => {
    expect(await finished({ status: "ended", endReason: "caller_hung_up" })).toMatchObject({ status: "ended", endReason: "flow_ended", outcome: "booked", endedAt: at(5) });
  });
  test("a decision of the app stays", async () => {
    expect(await finished({ status: "failed", endReason: "error" })).toMatchObject({ status: "failed", endReason: "error" });
  });
});

describe("watching", () => {
  test("events come as they happen, in order, and a reconnect goes on where it was", async () => {
    const { answer } = await import("@/lib/api/router");
    const { callId } = await newCall();
    const { token } = (await claim(callId, "job")).body;
    await send(callId, token, [said(0, "zero"), said(1, "one")]);
    const open = (last?: string) => answer(new Request(`http://localhost:3000/api/v1/calls/${callId}/events`, { headers: { accept: "text/event-stream", authorization: `Bearer ${team.key}`, ...(last ? { "last-event-id": last } : {}) } }));
    const reader = (await open("0")).body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    const until = async (pattern: RegExp) => {
      while (!pattern.test(text)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`The stream ended: ${text}`);
        text += value;
      }
    };
    await until(/id: 1\n/);
    expect(text).not.toContain("id: 0\n");
    const sent = Date.now();
    await send(callId, token, [said(2, "two")]);
    await until(/id: 2\n/);
    expect(Date.now() - sent).toBeLessThan(1500);
    await send(callId, token, [{ seq: 3, at: at(3), type: "ended", reason: "flow_ended" }]);
    await until(/event: over\n/);
    expect(text).toContain('"endReason":"flow_ended"');
  });
});

describe("the caller's own requests", () => {
  test("agent-missing needs the token of this very call", async () => {
    const [one, two] = [await newCall(), await newCall()];
    const missing = (callId: string, token: string) => ask("POST", `/api/calls/${callId}/agent-missing`, { headers: { authorization: `Bearer ${token}` } });
    expect((await missing(one.callId, two.token)).status).toBe(401);
    expect((await missing(one.callId, team.key)).status).toBe(401);
    expect(await missing(one.callId, one.token)).toMatchObject({ status: 200, body: { sent: false } });
  });
});
