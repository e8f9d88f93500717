import { describe, expect, it } from "vitest";
import { apiGroups, typeWords } from "./api-model";

describe("typeWords", () => {
  it.each([
    [{ type: "string" }, "text"],
    [{ type: "string", format: "date-time" }, "time"],
    [{ type: "array", items: { $ref: "#/components/schemas/Agent" } }, "Agent[]"],
    [{ type: "array", items: { enum: ["a", "b"] } }, '("a" | "b")[]'],
    [{ anyOf: [{ type: "string" }, { type: "null" }] }, "text | null"],
    [{ type: "object", properties: { a: {}, b: {} }, required: ["a"] }, "{a, b?}"],
    [{ type: "object", additionalProperties: { type: "number" } }, "{name: number}"],
    [{}, "anything"],
  ])("%j", (schema, words) => {
    expect(typeWords(schema)).toBe(words);
  });
});

describe("apiGroups", () => {
  it("leaves out tags without endpoints, and tells open endpoints from those that need a key", () => {
    const groups = apiGroups({
      info: { title: "x", version: "1" },
      tags: [{ name: "Empty" }, { name: "Agents" }],
      paths: { "/a": { get: { operationId: "g", tags: ["Agents"], security: [], responses: { "200": {} } }, post: { operationId: "p", tags: ["Agents"], responses: { "204": {}, "404": { description: "Not found (`urn:x`)" } } } } },
    });
    expect(groups.map((group) => group.tag)).toEqual(["Agents"]);
    expect(groups[0]!.endpoints.map((endpoint) => [endpoint.method, endpoint.open])).toEqual([["GET", true], ["POST", false]]);
    expect(groups[0]!.endpoints[1]!.errors).toEqual([{ status: "404", text: "Not found" }]);
  });
});
