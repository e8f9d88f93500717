import type { NodeType } from "../node-type";
import { endSchema } from "./schema";

/** Says a last line and hangs up. The smallest node type there is: the model for new ones (docs/how-to-add-a-node-type.md). */
export const end: NodeType<typeof endSchema> = {
  type: "end",
  schema: endSchema,
  form: {
    label: "End",
    description: "Says a last line and hangs up",
    icon: "phone-off",
    colour: "red",
    fields: [
      { key: "say", label: "Last words", kind: "template", placeholder: "Thank you for calling. Goodbye." },
      { key: "outcome", label: "Result for reports", kind: "text", placeholder: "booked", help: "A short label by which calls that ended here are counted" },
    ],
    conditions: [],
    canBeGlobal: true,
  },
  create: (id, position) => ({ id, type: "end", name: "End", position, exits: [], say: "Thank you for calling. Goodbye." }),
  summary: (node) => node.say ?? "Hangs up",
  behaviour: {
    enter(run, node) {
      if (node.say) run.say(node, node.say);
      return run.end("flow_ended", node.outcome);
    },
    stay: (run, node) => run.end("flow_ended", node.outcome),
    isSilent: () => false,
    speaksByModel: () => false,
    instruction: () => "",
    texts: (node) => (node.say ? [{ field: "say", text: node.say }] : []),
  },
  lint: (node) => ({ listens: true, reads: node.say ? [{ field: "say", text: node.say }] : [], writes: [], problems: [] }),
};
