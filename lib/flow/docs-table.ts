import { conditionKinds, type ConditionType } from "./conditions/registry";
import { nodeDescriptions } from "./nodes/registry";

/** The tables of docs/nodes-and-conditions.md, made from the registries so that they cannot be out of date (a test compares them). */
export function docsTable(): string {
  const nodes = nodeDescriptions.map(({ type, form }) => {
    const exits = form.conditions.map((c) => `\`${c}\``).join(" ") || "none";
    return `| \`${type}\` | ${form.label} | ${form.description} | ${form.fields.map((f) => f.label).join(", ") || "–"} | ${exits} | ${form.canBeGlobal ? "yes" : "no"} |`;
  });
  const conditions = (Object.keys(conditionKinds) as ConditionType[]).map((type) => {
    const { form, stage } = conditionKinds[type];
    return `| \`${type}\` | ${form.label} | ${form.description} | ${STAGES[stage]} |`;
  });
  return [
    "# Nodes and conditions", "", "Made from `lib/flow/nodes/registry.ts` and `lib/flow/conditions/registry.ts`; `UPDATE_DOCS=1 npx vitest run lib/flow/docs-table` writes it anew.", "",
    "## Nodes", "", "| type | on the canvas | what it does | fields | exits | from everywhere |", "|---|---|---|---|---|---|", ...nodes, "",
    "## Conditions", "", "| type | on the canvas | holds when | its turn |", "|---|---|---|---|", ...conditions, "",
  ].join("\n");
}

const STAGES = { first: "first, without a model", model: "then, in one call of the model", last: "last, when nothing else held", silence: "when the caller is silent", outcome: "when the step has finished" } as const;
