import type { FlowNode } from "../../document/schema";
import { recogniserOf } from "../../engine/voices";
import type { Problem } from "../../problem";
import { wordsOf } from "../../text/words";
import { baseLanguage } from "../../values/value-context";
import type { LintContext } from "../context";

/** What local speech cannot do. */
export function speechRules(context: LintContext): Problem[] {
  return [...language(context), ...unknownWords(context)];
}

function language({ document }: LintContext): Problem[] {
  if (document.speech.mode !== "pipeline" || baseLanguage(document.persona.language) === "en") return [];
  const parts = [...(document.speech.stt.provider === "local" ? ["understands"] : []), ...(document.speech.tts.provider === "local" ? ["speaks"] : [])];
  return parts.length === 0 ? [] : [{ field: "persona.language", severity: "warning", rule: "local-language", message: `Local speech ${parts.join(" and ")} English only, and this agent speaks "${document.persona.language}".`, fix: "Choose a provider for this language in the speech settings." }];
}

function unknownWords(context: LintContext): Problem[] {
  const { document, knows } = context;
  if (!knows) return [];
  const taught = new Set(document.speech.pronunciations.flatMap(({ word }) => wordsOf(word)));
  // "don't" stands in dictionaries with its apostrophe; phrases are compared without.
  const isKnown = (word: string) => wordsOf(word).every((part) => taught.has(part) || knows(part)) || knows(word);
  const told = new Set<string>();
  const check = (place: { node?: string; field: string }, text: string): Problem[] => spokenWords(text).flatMap((word) => {
    if (isKnown(word) || told.has(`${place.node} ${word}`)) return [];
    told.add(`${place.node} ${word}`);
    return [{ ...place, severity: "warning" as const, rule: "unknown-word", message: `Local speech does not know the word "${word}", so callers who say it are not understood.`, fix: `Say how "${word}" sounds, for example in words that it knows, under Speech, Pronunciations.` }];
  });
  const inNodes = document.nodes.filter((node) => isLocal(context, node)).flatMap((node) => {
    const lists = [...node.exits.map((exit, e) => ({ when: exit.when, field: `exits.${e}.when.phrases` })), ...(node.global ? [{ when: node.global.when, field: "global.when.phrases" }] : [])];
    return lists.flatMap(({ when, field }) => (when.type === "phrase" ? when.phrases.flatMap((phrase) => check({ node: node.id, field }, phrase)) : []));
  });
  const inChoices = document.speech.stt.provider !== "local" ? [] : document.variables.flatMap((variable, i) => (variable.type === "choice" ? (variable.choices ?? []).flatMap((choice) => check({ field: `variables.${i}.choices` }, choice)) : []));
  return [...inNodes, ...inChoices];
}

const spokenWords = (text: string): string[] => text.normalize("NFKC").toLowerCase().replace(/’/g, "'").match(/[\p{L}\p{N}\p{M}]+(?:'[\p{L}]+)*/gu) ?? [];

const isLocal = ({ document }: LintContext, node: FlowNode) => recogniserOf(document, node).provider === "local" && document.speech.mode === "pipeline";
