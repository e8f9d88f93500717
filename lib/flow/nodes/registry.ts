import { ask } from "./ask";
import { decide } from "./decide";
import { end } from "./end";
import type { NodeDescription } from "./node-type";
import { set } from "./set";
import { talk } from "./talk";

/** Every node type there is, in the palette's order. A new one is a folder and a line here; see docs/how-to-add-a-node-type.md. */
export const nodeTypes = {
  talk,
  ask,
  decide,
  set,
  end,
};

/** Type of the schemas, each exactly; the document's union is made of them. */
export type NodeSchema = (typeof nodeTypes)[keyof typeof nodeTypes]["schema"];

/** What the editor shows of a node type. */
export function describeNode(type: keyof typeof nodeTypes): NodeDescription {
  return nodeTypes[type] as unknown as NodeDescription;
}

/** All of them, for palettes and tables. */
export const nodeDescriptions: NodeDescription[] = Object.values(nodeTypes) as unknown as NodeDescription[];
