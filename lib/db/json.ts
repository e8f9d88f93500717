import type { Prisma } from "./client/client";

/** A value of ours as a JSON column takes it. `undefined` members are dropped, as `JSON.stringify` does. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
}

/** A JSON column that we wrote ourselves, as the type that we wrote. */
export function fromJson<T>(value: Prisma.JsonValue): T {
  return value as T;
}
