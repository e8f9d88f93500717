import { describe, expect, it } from "vitest";
import { readValue } from "@/lib/flow/values";
import { tokensOf } from "@/lib/flow/values/tokens";
import { ruleDefinitions, type RuleName } from "./rules";
import { toWritten } from "./written";

const context = { language: "en-US", now: "2026-11-22T12:00:00Z", timezone: "UTC", callerNumber: "+14155550123" };

/** Says something that the rule allows, another time something else. */
function speaker(name: RuleName) {
  const rules = new Map(ruleDefinitions([name]).map((line) => [line.slice(1, line.indexOf(">")), line.slice(line.indexOf("=") + 1, -1)]));
  let seed = 42;
  const random = () => ((seed = (Math.imul(seed, 1_103_515_245) + 12_345) | 0) >>> 16) / 0x10000;

  function say(body: string): string {
    const tokens = body.match(/<\w+>|[()[\]|]|[^\s()[\]|<>]+/g) ?? [];
    let at = 0;
    const alternatives = (): string => {
      const options: string[] = [];
      for (let words: string[] = []; ; ) {
        const token = tokens[at++];
        if (token === undefined || token === ")" || token === "]" || token === "|") {
          options.push(words.join(" "));
          words = [];
          if (token !== "|") return options[Math.floor(random() * options.length)]!;
        } else if (token === "(") words.push(alternatives());
        else if (token === "[") {
          const maybe = alternatives();
          if (random() < 0.5) words.push(maybe);
        } else words.push(token.startsWith("<") ? say(rules.get(token.slice(1, -1))!) : token);
      }
    };
    return alternatives().replace(/\s+/g, " ").trim();
  }
  return () => toWritten(say(`<${name}>`), []);
}

describe("what the recogniser may hear", () => {
  it.each([
    ["number", "number"],
    ["digits", "number"],
    ["yes_no", "boolean"],
    ["date", "date"],
    ["time", "time"],
    ["phone", "phone"],
    ["email", "email"],
    ["name", "text"],
    ["spelled", "text"],
  ] as const)("%s: every form is one that the flow can read as a %s", (rule, type) => {
    const say = speaker(rule);
    const unread = new Set<string>();
    for (let count = 0; count < 400; count++) {
      const said = say();
      // Doubles and triples could make more digits than any number has; nobody says so.
      const digits = said.split(" ").reduce((sum, word) => sum + (word === "triple" ? 2 : 1), 0);
      if (type === "phone" && digits > 15) continue;
      // Some months have no such day.
      if (type === "date" && /thirtieth|thirty/.test(said)) continue;
      if (readValue(tokensOf(said), { type }, context, true) === null) unread.add(said);
    }
    expect([...unread]).toEqual([]);
  });
});
