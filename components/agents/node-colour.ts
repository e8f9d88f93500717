import { NODE_COLOURS, type NodeColour } from "@/components/ui/node-colours";
import { nodeDescriptions } from "@/lib/flow/nodes/registry";

const colours = new Map<string, NodeColour>(nodeDescriptions.map((description) => [description.type, description.form.colour]));

/** Classes in the colour of a node type; grey for one that this Parley does not know. */
export function nodeColour(type: string) {
  return NODE_COLOURS[colours.get(type) ?? "slate"];
}
