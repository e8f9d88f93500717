import type { Value, Values } from "../engine/values";

/** Names that every flow can read besides its own variables. */
export const BUILT_INS = ["caller.number", "agent.number", "call.id", "call.channel", "now", "today", "timezone", "heard"] as const;
export type BuiltIn = (typeof BUILT_INS)[number];

const NAME = "[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)?";
const TEMPLATE = new RegExp(`\\{\\{\\s*(${NAME})\\s*(?:\\|([^{}]*))?\\}\\}`, "g");

export interface TemplateUse { name: string; default?: string }

/** The variables that a text reads, in order, each once. */
export function templateVariables(text: string): string[] {
  return [...new Set(templateUses(text).map((use) => use.name))];
}

export function templateUses(text: string): TemplateUse[] {
  return [...text.matchAll(TEMPLATE)].map(([, name, fallback]) => ({ name: name!, ...(fallback === undefined ? {} : { default: fallback.trim() }) }));
}

/** What is left of a text when its templates are taken out still has braces: something was not written as a template. */
export function brokenTemplates(text: string): string[] {
  const rest = text.replace(TEMPLATE, "");
  return rest.match(/\{\{[^{}]*\}?\}?|\}\}/g) ?? [];
}

/** The one variable that a text consists of, or null: `{{age}}` is, `{{age}} years` is not. */
export function onlyVariable(text: string): string | null {
  const uses = templateUses(text);
  return uses.length === 1 && text.replace(TEMPLATE, "").trim() === "" ? uses[0]!.name : null;
}

/** A value as plain text: unset is empty, a boolean `true` or `false`. */
export function plainText(value: Value | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

/**
 * Fills `{{variable}}` and `{{variable | default}}`; unset or empty takes the default, or nothing. `write` says how a value
 * is put into words (default: as it is stored). Anything else in braces is left as it stands.
 */
export function renderTemplate(text: string, values: Values | ((name: string) => Value | undefined), write: (value: Value, name: string) => string = plainText): string {
  const lookUp = typeof values === "function" ? values : (name: string) => (Object.hasOwn(values, name) ? values[name] : undefined);
  return text.replace(TEMPLATE, (_all, name: string, fallback: string | undefined) => {
    const value = lookUp(name);
    return value === null || value === undefined || value === "" ? (fallback ?? "").trim() : write(value, name);
  });
}
