import type { FlowDocument, Variable } from "@/lib/flow/document/schema";

/** Adds a variable unless one of that name is there. */
export function addVariable(document: FlowDocument, variable: Partial<Variable> & { name: string }): FlowDocument {
  if (document.variables.some((existing) => existing.name === variable.name)) return document;
  return { ...document, variables: [...document.variables, { type: "text", description: "", default: null, ...variable }] };
}

/** `variable_1`, `variable_2` …: the first that is not taken. */
export function freeVariableName(document: FlowDocument, stem = "variable"): string {
  const names = new Set(document.variables.map((variable) => variable.name));
  for (let n = 1; ; n++) if (!names.has(`${stem}_${n}`)) return `${stem}_${n}`;
}

/** Renames a variable and every use of it: templates, questions, assignments, tool results. */
export function renameVariable(document: FlowDocument, from: string, to: string): FlowDocument {
  if (from === to || document.variables.some((variable) => variable.name === to)) return document;
  const use = new RegExp(`\\{\\{(\\s*)${from}(\\s*(?:\\|[^}]*)?)\\}\\}`, "g");
  const visit = (value: unknown, key: string | null): unknown => {
    if (typeof value === "string") {
      if (key === "variable" && value === from) return to;
      return value.includes("{{") ? value.replace(use, `{{$1${to}$2}}`) : value;
    }
    if (Array.isArray(value)) return keepIfSame(value, value.map((item) => visit(item, null)));
    if (value !== null && typeof value === "object") {
      const entries = Object.entries(value);
      const next = entries.map(([name, item]) => [name, visit(item, name)] as const);
      return next.every(([, item], i) => item === entries[i]![1]) ? value : Object.fromEntries(next);
    }
    return value;
  };
  const renamed = visit(document, null) as FlowDocument;
  return { ...renamed, variables: document.variables.map((variable) => (variable.name === from ? { ...variable, name: to } : variable)) };
}

function keepIfSame(before: unknown[], after: unknown[]): unknown[] {
  return after.every((item, i) => item === before[i]) ? before : after;
}

/** Names of the variables that a text mentions. */
export function variablesIn(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*(?:\|[^}]*)?\}\}/g)].map((match) => match[1]!);
}

/** Names of the variables that anything inside `value` reads or sets, each once, in order of appearance. */
export function variablesUsed(value: unknown): string[] {
  const found = new Set<string>();
  const visit = (item: unknown, key: string | null): void => {
    if (typeof item === "string") {
      if (key === "variable") found.add(item);
      else for (const name of variablesIn(item)) found.add(name);
    } else if (Array.isArray(item)) item.forEach((each) => visit(each, null));
    else if (item !== null && typeof item === "object") Object.entries(item).forEach(([name, each]) => visit(each, name));
  };
  visit(value, null);
  return [...found];
}
