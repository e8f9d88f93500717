import type { NodeType } from "../node-type";
import { decideSchema } from "./schema";

/** Chooses a way by comparing variables, silently. */
export const decide: NodeType<typeof decideSchema> = {
  type: "decide",
  schema: decideSchema,
  form: {
    label: "Decide",
    description: "Chooses a way by what is known",
    icon: "split",
    colour: "amber",
    fields: [],
    conditions: ["expression", "otherwise"],
    canBeGlobal: false,
  },
  create: (id, position) => ({
    id, type: "decide", name: "Decide", position,
    exits: [{ id: "otherwise", to: null, when: { type: "otherwise" } }],
  }),
  summary: (node) => (node.exits.length < 2 ? "Nothing to compare yet" : `${node.exits.length} ways`),
  behaviour: {
    enter: (run, node) => run.leave(node),
    stay: (run, node) => run.leave(node),
    isSilent: () => true,
    speaksByModel: () => false,
    instruction: () => "",
    texts: () => [],
  },
  lint: () => ({ listens: false, reads: [], writes: [], problems: [] }),
};
