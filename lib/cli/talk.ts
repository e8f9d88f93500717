import { createInterface } from "node:readline";
import { planOf } from "@/lib/agents/get-version";
import { ModelRepliesRunOut, startTextCall, type SimulatedTurn, type TextCall } from "@/lib/flow";
import { commandLineActor } from "@/lib/teams/first-run";
import { CliError } from "./cli-error";
import { agentNamed } from "./find-agent";

const HELP = "Type what the caller says. /press 12# presses keys, /wait 8 is silent for 8 seconds, /where shows the node and the variables, /quit hangs up.";

/** Talks to an agent line by line until the flow ends or the input does. */
export async function talk(given: string, options: { version?: number }): Promise<void> {
  const actor = await commandLineActor();
  const agent = await agentNamed(actor, given);
  const { plan } = await planOf(actor, agent.id, options.version ?? "draft", { tolerant: true });
  process.stderr.write(`${HELP}\n`);
  const call = await said(() => startTextCall(plan, { now: new Date().toISOString(), timezone: Intl.DateTimeFormat().resolvedOptions().timeZone }));
  show(call);
  const lines = createInterface({ input: process.stdin, output: process.stdin.isTTY ? process.stderr : undefined, prompt: "> " });
  const isOver = () => call.state.status === "ended";
  try {
    if (!isOver()) {
      lines.prompt();
      for await (const line of lines) {
        if (line.trim() === "/quit") break;
        await obey(call, line.trim());
        if (isOver()) break;
        lines.prompt();
      }
    }
  } finally {
    lines.close();
  }
  const { ended } = call.state;
  process.stderr.write(ended ? `The call ended: ${ended.reason}${ended.outcome ? `, ${ended.outcome}` : ""}.\n` : "You hung up.\n");
}

async function obey(call: TextCall, line: string): Promise<void> {
  if (line === "") return;
  if (line === "/where") return void process.stderr.write(`At ${call.state.node}. ${JSON.stringify(call.state.values)}\n`);
  const turn = turnOf(line);
  if (!turn) return void process.stderr.write(`${HELP}\n`);
  await said(() => call.turn(turn));
  show(call);
}

function turnOf(line: string): SimulatedTurn | null {
  if (!line.startsWith("/")) return { say: line };
  const [, command, rest = ""] = /^\/(\w+)\s*(.*)$/.exec(line) ?? [];
  if (command === "press" && /^[0-9*#A-D]+$/.test(rest)) return { press: rest };
  if (command === "wait" && Number(rest) > 0) return { silence: Number(rest) };
  return null;
}

function show(call: TextCall): void {
  for (const line of call.newLines()) if (line.role === "agent") process.stdout.write(`${line.text}\n`);
}

/** A language model is only asked in real calls; here one is told so instead of a stack. */
async function said<T>(work: () => T): Promise<T> {
  try {
    return work();
  } catch (error) {
    if (error instanceof ModelRepliesRunOut) throw new CliError(`At "${error.node}" the agent asks its language model, which the terminal does not do. Use Talk in the editor, or \`parley simulate\` with given replies.`);
    throw error;
  }
}
