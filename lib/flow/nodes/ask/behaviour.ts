import type { Run } from "../../engine/run";
import { sentencesIn } from "../../engine/sentences";
import { keyCount, takesKeys } from "../../values/keys";
import { readBack } from "../../values/say";
import type { NodeBehaviour, Passing } from "../node-type";
import { use } from "./answers";
import { currentQuestion, memoryOf, newMemory, wantedOf, type AskMemory } from "./memory";
import type { AskNode, Question } from "./schema";

function isUnset(run: Run, name: string): boolean {
  const value = run.lookup.value(name);
  return value === undefined || value === null || value === "";
}

/** The questions to be asked on entering: the first time only those whose variable has no value. */
function toAsk(run: Run, node: AskNode, first: boolean): Question[] {
  return node.questions.filter((question) => !first || isUnset(run, question.variable));
}

const isFirst = (run: Run, node: AskNode, entered: boolean) => (Object.hasOwn(run.state.visits, node.id) ? run.state.visits[node.id]! : 0) === (entered ? 1 : 0);

/** Reads back what waits for it, asks what is open, or leaves: everything is known. */
export function next(run: Run, node: AskNode, lead = ""): Passing {
  const memory = memoryOf(run);
  const readingBack = memory.unconfirmed[0];
  if (readingBack) {
    readItBack(run, node, readingBack, lead);
    return { kind: "listen" };
  }
  const question = currentQuestion(node, memory);
  if (!question) return run.leave(node, "success");
  askIt(run, node, question, lead);
  return { kind: "listen" };
}

function readItBack(run: Run, node: AskNode, { variable, value }: AskMemory["unconfirmed"][number], lead = ""): void {
  const { language } = run.plan.persona;
  const text = sentencesIn(language).isThatRight(readBack(value, wantedOf(run, variable).type, language));
  run.sayText(node, join(lead, text), false);
}

function askIt(run: Run, node: AskNode, question: Question, lead = ""): void {
  const text = question.text.trim() === "" ? sentencesIn(run.plan.persona.language).question(question.variable) : question.text;
  run.say(node, join(lead, text));
}

const join = (lead: string, text: string) => (lead === "" ? text : `${lead} ${text}`);

/** The answer was of no use: says what is needed and asks again, or gives up after the allowed tries. */
function retry(run: Run, node: AskNode): Passing {
  const memory = memoryOf(run);
  const sentences = sentencesIn(run.plan.persona.language);
  const readingBack = memory.unconfirmed[0];
  const question = readingBack ? node.questions.find((q) => q.variable === readingBack.variable) : currentQuestion(node, memory);
  if (!question) {
    run.note("everything was asked; nothing leads on from here");
    return { kind: "listen" };
  }
  const tries = memory.tries.find((t) => t.variable === question.variable) ?? { variable: question.variable, count: 0 };
  if (tries.count === 0) memory.tries.push(tries);
  tries.count++;
  run.note(readingBack ? `neither a yes nor a no about ${question.variable}` : `no answer for ${question.variable} (${wantedOf(run, question.variable).type}) in what the caller did`);
  if (tries.count > question.retries) {
    run.note(`gave up asking for ${question.variable} after ${tries.count} tries`);
    const passing = run.leave(node, "failure");
    // Without an exit for it there is no giving up.
    if (passing.kind !== "done") return passing;
  }
  if (readingBack) readItBack(run, node, readingBack, sentences.yesOrNo);
  else if (question.reask?.trim()) run.say(node, question.reask);
  else {
    const wanted = wantedOf(run, question.variable);
    askIt(run, node, question, sentences.wanted(wanted.type, wanted.choices ?? []));
  }
  return { kind: "listen" };
}

export const askBehaviour: NodeBehaviour<AskNode> = {
  triesAgain: true,
  asking: (run) => [...memoryOf(run).open, ...memoryOf(run).unconfirmed.map((u) => u.variable)],
  enter(run, node) {
    run.state.memory = newMemory(toAsk(run, node, isFirst(run, node, true)).map((q) => q.variable));
    if (run.state.mute && memoryOf(run).open.length > 0) return { kind: "listen" };
    return next(run, node);
  },
  use: (run, node, act, modelAhead) => use(run, node, act, modelAhead, next),
  stay(run, node, act) {
    // Asked for the first time, or again through no fault of the caller: no try is counted.
    if (act === null || run.firstWords) return memoryOf(run).open.length + memoryOf(run).unconfirmed.length > 0 ? next(run, node) : { kind: "listen" };
    return retry(run, node);
  },
  isSilent: (run, node) => toAsk(run, node, isFirst(run, node, false)).length === 0,
  speaksByModel: () => false,
  instruction: (node) => (node.questions.length > 0 ? `The caller is being asked for: ${node.questions.map((q) => q.variable.replace(/_/g, " ")).join(", ")}.` : ""),
  expects(run, node) {
    const memory = memoryOf(run);
    const names = [...memory.unconfirmed.map((u) => u.variable).slice(0, 1), ...memory.open];
    return {
      asks: names.map((variable) => {
        const { type, choices } = wantedOf(run, variable);
        return { variable, type, ...(choices ? { choices: [...choices] } : {}) };
      }),
      yesNo: memory.unconfirmed.length > 0,
      keys: { sequences: [], free: askBehaviour.answerKeys!(run, node) !== undefined },
    };
  },
  answerKeys(run, node) {
    const memory = memoryOf(run);
    if (memory.unconfirmed.length > 0) return 1;
    const question = currentQuestion(node, memory);
    const wanted = question && wantedOf(run, question.variable);
    return wanted && takesKeys(wanted) ? keyCount(wanted) : undefined;
  },
  texts: (node) => node.questions.flatMap((q, i) => [{ field: `questions.${i}.text`, text: q.text }, ...(q.reask ? [{ field: `questions.${i}.reask`, text: q.reask }] : [])]),
};

