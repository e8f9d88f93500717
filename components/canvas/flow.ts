import { conditionKinds, words } from "@/lib/flow/conditions/registry";
import type { Condition, ConditionType, FlowNode, NodeKind } from "@/lib/flow/document/schema";
import { describeNode, nodeDescriptions } from "@/lib/flow/nodes/registry";
import type { NodeForm } from "@/lib/flow/nodes/node-type";

/** What the editor asks of the registries of lib/flow, in one place. No node type is named anywhere else in the canvas. */

export interface PaletteEntry { type: NodeKind; form: NodeForm }

/** Node types in the palette's order. */
export const palette: PaletteEntry[] = nodeDescriptions.map((description) => ({ type: description.type as NodeKind, form: description.form }));

export const nodeForm = (type: NodeKind): NodeForm => describeNode(type).form;
export const nodeSummary = (node: FlowNode): string => describeNode(node.type).summary(node);
export const createNode = (type: NodeKind, id: string, position: { x: number; y: number }): FlowNode => describeNode(type).create(id, position) as FlowNode;
/** What people and screen readers call a node: "Talk: Welcome". */
export const nodeLabel = (node: FlowNode): string => `${nodeForm(node.type).label}: ${node.name || node.id}`;
/** A condition in words: "says yes, sure". */
export const conditionWords = (condition: Condition): string => words(condition);
export const conditionForm = (type: ConditionType): { label: string; description: string; icon: string } => conditionKinds[type].form;

/** What changed between two documents, in words; what callers cannot notice (places, notes) is left out. */
export { diffDocuments as changesInWords } from "@/lib/flow/diff";
