import { words } from "../../conditions/registry";
import type { FlowNode } from "../../document/schema";
import type { Problem } from "../../problem";
import { indexOfWords, wordsOf } from "../../text/words";
import type { LintContext } from "../context";
import { title } from "../make-context";

/** Phrases that are empty, or that another exit takes away. */
export function phraseRules(context: LintContext): Problem[] {
  return [...context.document.nodes.flatMap((node, i) => [...empty(node, i), ...claimed(context, node, i)]), ...globalsThatClash(context)];
}

function empty(node: FlowNode, i: number): Problem[] {
  const lists = node.exits.map((exit, e) => ({ when: exit.when, field: `exits.${e}.when`, path: ["nodes", i, "exits", e, "when"] as (string | number)[] }));
  if (node.global) lists.push({ when: node.global.when, field: "global.when", path: ["nodes", i, "global", "when"] });
  return lists.flatMap(({ when, field, path }): Problem[] => {
    if (when.type !== "phrase") return [];
    const usable = when.phrases.filter((phrase) => wordsOf(phrase).length > 0);
    if (usable.length === 0) return [{ node: node.id, field: `${field}.phrases`, severity: "warning", rule: "empty-phrases", message: `This exit of "${title(node)}" waits for words, but none are listed.`, fix: "Write what the caller may say." }];
    if (usable.length === when.phrases.length) return [];
    return [{ node: node.id, field: `${field}.phrases`, severity: "warning", rule: "empty-phrases", message: "One of the phrases has no words.", fix: "Remove it.", autofix: { label: "Remove it", patch: [{ op: "set", path: [...path, "phrases"], value: usable }] } }];
  });
}

interface Claim { phrase: string; words: string[]; by: string }

/** A phrase is taken when an exit above waits for the same words, or for a part of them: that one always holds first. */
function takenBy(phrase: string, claims: Claim[]): Claim | undefined {
  const said = wordsOf(phrase);
  return claims.find((claim) => indexOfWords(said, claim.words) >= 0);
}

function claimed(context: LintContext, node: FlowNode, i: number): Problem[] {
  const claims: Claim[] = [];
  const problems: Problem[] = [];
  for (const [e, exit] of node.exits.entries()) {
    if (exit.when.type !== "phrase") continue;
    const { phrases } = exit.when;
    const usable = phrases.filter((phrase) => wordsOf(phrase).length > 0);
    const taken = usable.flatMap((phrase) => {
      const claim = takenBy(phrase, claims);
      return claim ? [{ phrase, claim }] : [];
    });
    const name = exit.label || words(exit.when);
    if (taken.length > 0 && taken.length === usable.length) {
      problems.push({
        node: node.id, field: `exits.${e}`, severity: "warning", rule: "exit-never-wins", message: `The exit "${name}" of "${title(node)}" can never be taken: the exit "${taken[0]!.claim.by}" above it has the same words.`,
        fix: "Remove it, change its words, or move it up.", autofix: { label: "Remove this exit", patch: [{ op: "remove", path: ["nodes", i, "exits", e] }] },
      });
    } else {
      for (const { phrase, claim } of taken) {
        problems.push({
          node: node.id, field: `exits.${e}.when.phrases`, severity: "warning", rule: "shared-words", message: `"${phrase}" never leads here: the exit "${claim.by}" of "${title(node)}" is above and already takes "${claim.phrase}".`, fix: `Take "${phrase}" out of one of the two, or move the longer phrase up.`,
          autofix: { label: `Take "${phrase}" out here`, patch: [{ op: "set", path: ["nodes", i, "exits", e, "when", "phrases"], value: phrases.filter((p) => p !== phrase) }] },
        });
      }
    }
    if (exit.to !== null && context.nodes.has(exit.to)) claims.push(...usable.map((phrase) => ({ phrase, words: wordsOf(phrase), by: name })));
  }
  return problems;
}

/** Two nodes that are reached from everywhere with the same words: only the first one ever is. */
function globalsThatClash({ document }: LintContext): Problem[] {
  const claims: Claim[] = [];
  return document.nodes.flatMap((node): Problem[] => {
    const when = node.global?.when;
    if (when?.type !== "phrase") return [];
    const usable = when.phrases.filter((phrase) => wordsOf(phrase).length > 0);
    const found = usable.flatMap((phrase): Problem[] => {
      const claim = takenBy(phrase, claims);
      return claim ? [{ node: node.id, field: "global.when.phrases", severity: "warning", rule: "shared-words", message: `"${phrase}" never leads here: "${claim.by}" is also reached from everywhere and already takes "${claim.phrase}".`, fix: `Take "${phrase}" out of one of the two.` }] : [];
    });
    claims.push(...usable.map((phrase) => ({ phrase, words: wordsOf(phrase), by: title(node) })));
    return found;
  });
}
