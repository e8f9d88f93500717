import { describe, expect, it } from "vitest";
import { loadDictionary } from "./dictionary";
import { guessPhones, pronounce, soundsLikeToPhones, suggestRespelling, unknownWords } from "./pronunciation";
import { spokenWords } from "./words/spoken";

const dictionary = loadDictionary();

describe("pronunciation", () => {
  it("knows words at the ends, in the middle, out of order, and with two ways to say them", () => {
    expect(dictionary.pronunciations("'bout")).toEqual(["B AW T"]);
    expect(dictionary.pronunciations("a")).toEqual(["AH", "EY"]);
    expect(dictionary.pronunciations("read")).toEqual(["R EH D", "R IY D"]);
    expect(dictionary.pronunciations("stilted")).toHaveLength(1);
    expect(dictionary.pronunciations("stilton")).toHaveLength(1);
    expect(dictionary.pronunciations("zywicki")).toEqual(["Z IH W IH K IY"]);
    for (const word of ["", "xyzzyx", "\u0000", "a b", "~", "zzzzzz"]) expect(dictionary.pronunciations(word)).toEqual([]);
  });

  it("reads numbers and symbols before it looks words up", () => {
    expect(spokenWords("24/7 for $5, 3rd & 2:30 pm — don't!")).toEqual(
      "twenty four seven for five dollars third and two thirty p m don't".split(" "),
    );
    expect(unknownWords(["Open 24/7", "2", "50% off", "Yes!"], dictionary)).toEqual([]);
  });

  it("finds unknown words and offers how they may sound", () => {
    const [unknown] = unknownWords(["Book a zumbaclass now"], dictionary);
    expect(unknown).toEqual({ word: "zumbaclass", suggestion: expect.stringMatching(/class$|AE S$/) });
    expect(suggestRespelling("日本", dictionary)).toBeNull();
    expect(guessPhones("qvxz", dictionary)).toMatch(/^[A-Z ]+$/);
  });

  it("takes respellings in known words or in phones, and no others", () => {
    expect(soundsLikeToPhones("par lee", dictionary)).toBe("P AA R L IY");
    expect(soundsLikeToPhones("P AA1 R L IY0", dictionary)).toBe("P AA R L IY");
    expect(soundsLikeToPhones("xqz lee", dictionary)).toBeNull();
    expect(soundsLikeToPhones(" ", dictionary)).toBeNull();
    const respellings = [{ word: "Xyzzy", soundsLike: "zizzy" }, { word: "Xyzzyx", soundsLike: "busy" }];
    expect(pronounce("xyzzyx", dictionary, respellings)).toEqual(["B IH Z IY"]);
    expect(unknownWords(["xyzzyx"], dictionary, respellings)).toEqual([]);
  });
});
