import { expect, test } from "vitest";
import { isDatabaseOutage } from "./outage";

/** As Prisma 7.10 gave them when PostgreSQL was killed and started again. */
const wrapped = (cause: object) => Object.assign(new Error("Database error."), { code: "P2039", meta: { driverAdapterError: { name: "DriverAdapterError", cause } } });

test.each([
  ["killed in the middle of a transaction", wrapped({ originalCode: "57P01", kind: "postgres", code: "57P01" })],
  ["starting up", wrapped({ originalCode: "57P03", kind: "postgres", code: "57P03" })],
  ["not there, asked with SQL", wrapped({ kind: "DatabaseNotReachable", host: "127.0.0.1" })],
  ["not there", Object.assign(new Error("Can't reach database server"), { code: "P1001" })],
  ["the driver itself", Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" })],
])("%s is an outage", (_name, error) => expect(isDatabaseOutage(error)).toBe(true));

test.each([
  ["a duplicate", Object.assign(new Error("Unique constraint failed"), { code: "P2002" })],
  ["a mistake in SQL", wrapped({ originalCode: "42601", kind: "postgres", code: "42601" })],
  ["a mistake of ours", new TypeError("x is undefined")],
  ["nothing", null],
])("%s is not", (_name, error) => expect(isDatabaseOutage(error)).toBe(false));
