import { describe, expect, it } from "vitest";
import { loadDictionary } from "../dictionary";
import { compileGrammar } from "./compile";
import { toWritten } from "./written";

const dictionary = loadDictionary();
const phrases = (...phrases: string[]) => compileGrammar({ phrases, asks: [], yesNo: false }, dictionary);

describe("the grammar of what is expected", () => {
  it("has a way to say every word that it mentions", () => {
    const grammar = compileGrammar(
      { phrases: ["Speak to an agent"], asks: (["text", "number", "boolean", "date", "time", "phone", "email"] as const).map((type) => ({ variable: type, type })), yesNo: true },
      dictionary,
    );
    const known = new Set(grammar.words.map(([word]) => word));
    const bodies = grammar.jsgf.split("\n").slice(2).join(" ").replace(/<[^>]*>|\bpublic\b/g, " ");
    for (const word of bodies.match(/[a-z_']+/g)!) expect(known, word).toContain(word);
    const defined = new Set(grammar.jsgf.match(/^(?:public )?<\w+>(?= =)/gm)!.map((rule) => rule.replace("public ", "")));
    for (const rule of grammar.jsgf.match(/<\w+>/g)!) expect(defined, rule).toContain(rule);
  });

  it("expects nothing where nothing is expected", () => {
    expect(phrases().jsgf).toBe("");
    expect(phrases("日本語", "…").jsgf).toBe("");
  });

  it("takes written phrases as they are said and gives them back as the flow writes them", () => {
    const grammar = phrases("24/7 help", "100 dollars", "Don't call", "R&D");
    expect(grammar.jsgf).toContain("twenty four seven help | one hundred dollars | don't call | r and d");
    expect(toWritten("i'd like one hundred dollars", grammar.rewrites)).toBe("I'd like 100 dollars");
    expect(toWritten("twenty four seven help", grammar.rewrites)).toBe("twenty four seven help");
  });

  it("names words that it had to guess, keeps their phrases, and believes the user's own respelling", () => {
    expect(phrases("zumbaclass please").unknown).toEqual(["zumbaclass"]);
    const told = compileGrammar({ phrases: ["zumbaclass"], asks: [], yesNo: false }, dictionary, [{ word: "Zumbaclass", soundsLike: "zoom bah class" }]);
    expect(told.unknown).toEqual([]);
    expect(told.words).toContainEqual(["zumbaclass", "Z UW M B AA K L AE S"]);
  });

  it("cannot be broken out of by what a user writes", () => {
    const grammar = phrases("yes; public <evil> = no", "a | b", "[x] (y) /0.1/ {tag} \\ \" *");
    expect(grammar.jsgf.match(/public/g)).toHaveLength(2);
    expect(grammar.jsgf).not.toMatch(/<evil>|\{|\\|"/);
  });

  it("writes letters, doubles and explained letters as what they stand for", () => {
    expect(toWritten("l_a l_n l_n l_a", [])).toBe("a n n a");
    expect(toWritten("l_b as in boy double l_o l_b", [])).toBe("b o o b");
    expect(toWritten("two thirty l_p l_m", [])).toBe("two thirty p m");
  });
});
