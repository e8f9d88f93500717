import type { FlowNode } from "../document/schema";
import type { AnyNode, NodeBehaviour } from "./node-type";
import { nodeTypes } from "./registry";

/** How a node behaves. The cast is safe: the registry pairs each type with nodes of its own schema. */
export function nodeTypeOf(node: Pick<FlowNode, "type">): NodeBehaviour<AnyNode> {
  return nodeTypes[node.type].behaviour as unknown as NodeBehaviour<AnyNode>;
}
