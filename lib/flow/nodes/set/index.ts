import type { NodeType } from "../node-type";
import { setSchema } from "./schema";

/** Sets variables, silently. */
export const set: NodeType<typeof setSchema> = {
  type: "set",
  schema: setSchema,
  form: {
    label: "Remember",
    description: "Keeps values in variables",
    icon: "bookmark",
    colour: "teal",
    fields: [{ key: "assign", label: "Remember", kind: "assignments" }],
    conditions: ["always"],
    canBeGlobal: false,
  },
  create: (id, position) => ({ id, type: "set", name: "Remember", position, exits: [{ id: "then", to: null, when: { type: "always" } }], assign: [] }),
  summary: (node) => node.assign.map(({ variable, value }) => `${variable} = ${value === null ? "nothing" : String(value)}`).join("\n") || "Nothing yet",
  behaviour: {
    enter(run, node) {
      for (const { variable, value } of node.assign) run.assign(variable, run.evaluateTemplate(value), `set in "${node.name || node.id}"`);
      return run.leave(node);
    },
    stay: (run, node) => run.leave(node),
    isSilent: () => true,
    speaksByModel: () => false,
    instruction: () => "",
    texts: () => [],
  },
  lint: (node) => ({
    listens: false,
    reads: node.assign.flatMap(({ value }, i) => (typeof value === "string" ? [{ field: `assign.${i}.value`, text: value }] : [])),
    writes: node.assign.map(({ variable }, i) => ({ field: `assign.${i}.variable`, variable })),
    problems: node.assign.length > 0 ? [] : [{ node: node.id, field: "assign", severity: "warning", rule: "nothing-to-remember", message: "This step remembers nothing.", fix: "Add a variable and its value, or remove the step." }],
  }),
};
