import { expect, test } from "vitest";
import { ensureFirstRun } from "@/lib/teams/first-run";
import { checkSignIn } from "@/lib/auth/check-sign-in";
import { db } from "@/lib/db";
import { ask, newTeam } from "../support/api";
import { useDatabase } from "../support/database";

const database = useDatabase();

test("the first run makes one owner, however often and however many at once", async () => {
  const runs = await Promise.all([ensureFirstRun(), ensureFirstRun(), ensureFirstRun()]);
  const made = runs.filter((run) => run.created);
  expect(made).toHaveLength(1);
  expect((await ensureFirstRun()).created).toBe(false);
  expect(await db().workspace.count()).toBe(1);
  const { email, password } = made[0]!;
  expect(await checkSignIn(email.toUpperCase(), password!, "203.0.113.5")).toMatchObject({ email });
  expect(await checkSignIn(email, "wrong", "203.0.113.5")).toBeNull();
});

test("passwords cannot be guessed without end, and the right one does not help then", async () => {
  const { email } = await ensureFirstRun();
  const ip = "203.0.113.6";
  for (let i = 0; i < 10; i += 1) expect(await checkSignIn(email, `guess ${i}`, ip)).toBeNull();
  await expect(checkSignIn(email, "guess", ip)).rejects.toMatchObject({ code: "too_many_requests" });
});

test("while the database is away every answer is a 503 with a sentence, and afterwards all is well by itself", async () => {
  const team = await newTeam();
  expect((await team.ask("GET", "/api/v1/agents")).status).toBe(200);
  await database.stop();
  const away = await team.ask("GET", "/api/v1/agents");
  expect(away).toMatchObject({ status: 503, body: { type: "urn:parley:problem:unavailable", detail: expect.stringContaining("database") } });
  expect(away.headers.get("retry-after")).toBe("3");
  expect(await ask("GET", "/api/health")).toMatchObject({ status: 503, body: { checks: { database: "down", phone: "off" } } });
  expect((await ask("GET", "/api/health/live")).status).toBe(200);
  await database.start();
  expect((await team.ask("GET", "/api/v1/agents")).status).toBe(200);
});
