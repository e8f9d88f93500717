import type { VariableType } from "../../document/parts";
import type { Run } from "../../engine/run";
import type { Value } from "../../engine/values";
import type { AskNode, Question } from "./schema";

/** What an ask node remembers during a visit. */
export interface AskMemory {
  /** Variables still to be asked, in order. */
  open: string[];
  /** Answers that have to be read back; the first one was just read. */
  unconfirmed: { variable: string; value: Value }[];
  /** How often each was asked in vain. */
  tries: { variable: string; count: number }[];
}

export const newMemory = (open: string[]): AskMemory => ({ open: [...new Set(open)], unconfirmed: [], tries: [] });

/** The memory of this visit; an empty one when the state was made otherwise. */
export function memoryOf(run: Run): AskMemory {
  const memory = run.state.memory as AskMemory | null;
  return memory && Array.isArray(memory.open) ? memory : newMemory([]);
}

/** The question that was asked last, or is next. */
export function currentQuestion(node: AskNode, memory: AskMemory): Question | undefined {
  return node.questions.find((question) => question.variable === memory.open[0]);
}

/** What a variable takes; an undeclared one takes any text. */
export function wantedOf(run: Run, variable: string): { type: VariableType; choices?: readonly string[] | undefined } {
  const declared = run.plan.variables.find((v) => v.name === variable);
  return declared ? { type: declared.type, choices: declared.type === "choice" ? (declared.choices ?? []) : undefined } : { type: "text" };
}
