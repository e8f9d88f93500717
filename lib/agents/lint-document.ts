import { db, type Tx } from "@/lib/db";
import { lint } from "@/lib/flow";
import type { FlowDocument, ProviderChoice } from "@/lib/flow/document/schema";
import type { Problem } from "@/lib/flow/problem";
import { loadDictionary } from "@/lib/speech/dictionary";
import type { Actor } from "@/lib/teams/actor";
import { providersOf } from "./providers-of";

/**
 * Everything the linter knows, with the recogniser's words, and what only the workspace knows: providers that the flow names but Settings do not have.
 */
export async function lintForWorkspace(actor: Pick<Actor, "workspaceId">, document: FlowDocument, tx: Tx = db()): Promise<Problem[]> {
  const problems = [...lint(document, { knows: (word) => loadDictionary().pronunciations(word.toLowerCase()).length > 0 })];
  const uses = providersOf(document);
  if (uses.length === 0) return problems;
  const known = new Set((await tx.credential.findMany({ where: { workspaceId: actor.workspaceId }, select: { provider: true } })).map((row) => row.provider));
  for (const use of uses) if (!known.has(use.choice.provider)) problems.push(missingProvider(use));
  return problems;
}

function missingProvider({ choice, field, node }: { choice: ProviderChoice; field: string; node?: string }): Problem {
  return {
    ...(node ? { node } : {}),
    field,
    // Not an error: a flow may be published, tried as text and moved between workspaces before its keys are there.
    severity: "warning",
    rule: "unknown-provider",
    message: `This agent uses "${choice.provider}", which this workspace does not have yet. Calls fail until it does.`,
    fix: `Add "${choice.provider}" under Settings, Providers, or choose another one.`,
  };
}
