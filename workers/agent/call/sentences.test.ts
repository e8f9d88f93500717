import { describe, expect, it } from "vitest";
import { ClauseCutter, sentences } from "./sentences";

describe("sentences", () => {
  it("splits where a voice takes a breath", () => {
    expect(sentences("Welcome to the clinic. Do you want to book?  Say yes or no!")).toEqual(["Welcome to the clinic.", "Do you want to book?", "Say yes or no!"]);
  });
  it("does not split titles, initials and numbers, and keeps every word", () => {
    for (const text of ["Please ask for Dr. Smith at the desk.", "I am J. R. Miller, at your service.", "It costs 3.50 today", "No. That is wrong."]) {
      expect(sentences(text).join(" ")).toBe(text);
    }
    expect(sentences("Please ask for Dr. Smith at the desk.")).toHaveLength(1);
  });
  it("has nothing to say for an empty text", () => {
    expect(sentences("  \n ")).toEqual([]);
  });
});

describe("ClauseCutter", () => {
  const stream = (pieces: string[]) => {
    const cutter = new ClauseCutter();
    return [...pieces.flatMap((piece) => cutter.push(piece)), ...cutter.end()];
  };
  it("gives the first clause early and whole sentences afterwards", () => {
    expect(stream(["Of course I can do", " that for you, just", " tell me your name, please. And", " your number."])).toEqual(["Of course I can do that for you,", "just tell me your name, please.", "And your number."]);
  });
  it("loses no words however the stream is cut", () => {
    const text = "Yes. We are open, from nine to five. Anything else, Mr. Jones?";
    for (let size = 1; size < 9; size++) expect(stream(text.match(new RegExp(`.{1,${size}}`, "g"))!).join(" ")).toBe(text);
  });
});
