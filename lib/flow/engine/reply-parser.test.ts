import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseReply, replyParser } from "./reply-parser";

describe("a reply with its marker", () => {
  it.each([
    [">1 Hello there.", 1, "Hello there."], [">0\nYes?", 0, "Yes?"], [">12  Go.", 12, "Go."], ["  >2 Leading blanks.", 2, "Leading blanks."], [">1", 1, ""], ["", null, ""], ["Hello.", null, "Hello."],
    ["Hello >1 there.", null, "Hello there."], [">", null, ""], [">Hello", null, "Hello"], [">1 >2 Hi", 1, "Hi"], ["In 2024 >1234 of", null, "In 2024 >1234 of"], [">2, hi", null, "hi"], ["a > b", null, "a > b"], ["5 >3 is so", null, "5 is so"], ["Bye >1", null, "Bye"],
  ])("%j is %s and %j", (raw, choice, text) => expect(parseReply("route", raw)).toEqual({ choice, text }));

  it("in speak mode a marker at the start is dropped", () => {
    expect(parseReply("speak", ">1 Hello.")).toEqual({ choice: null, text: "Hello." });
    expect(replyParser("speak").feed("Hello").choice).toBeUndefined();
  });

  it("is the same however the stream is cut", () => {
    const pieces = fc.array(fc.constantFrom(">", "1", "2", " ", "\n", "Hello", "a", ">1 ", ">0", ".", "😀"), { maxLength: 8 }).map((p) => p.join(""));
    fc.assert(fc.property(pieces, fc.array(fc.nat(12), { maxLength: 6 }), (raw, cuts) => {
      const whole = parseReply("route", raw);
      const parser = replyParser("route");
      let at = 0;
      const seen: (number | null)[] = [];
      let speech = "";
      const take = (piece: ReturnType<typeof parser.feed>) => {
        if (piece.choice !== undefined) seen.push(piece.choice);
        if (piece.speech) {
          expect(seen).toHaveLength(1);
          speech += piece.speech;
        }
      };
      for (const cut of [...cuts, raw.length]) {
        take(parser.feed(raw.slice(at, at + cut)));
        at += cut;
      }
      take(parser.end());
      expect(seen).toEqual([whole.choice]);
      expect(speech.trim()).toBe(whole.text);
    }), { numRuns: 500 });
  });

  it("speaks as soon as the marker is known, not when the reply is complete", () => {
    const parser = replyParser("route");
    expect(parser.feed(">")).toEqual({});
    expect(parser.feed("1")).toEqual({});
    expect(parser.feed(" Of")).toEqual({ choice: 1, speech: "Of" });
    expect(parser.feed(" course")).toEqual({ speech: " course" });
  });
});
