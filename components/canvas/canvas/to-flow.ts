import type { Edge, Node } from "@xyflow/react";
import { estimatedSize } from "@/lib/editor/commands/tidy";
import type { FlowDocument, FlowNode } from "@/lib/flow/document/schema";

export type FlowNote = FlowDocument["notes"][number];
export type CardNode = Node<{ node: FlowNode; label: string }, "card">;
export type NoteNode = Node<{ note: FlowNote }, "note">;
export type CanvasNode = CardNode | NoteNode;
export type ExitEdgeType = Edge<{ words: string; kind: string }, "exit">;

/** The source handle from which a drag makes a new exit. */
export const NEW_EXIT = "+";
/** Width of a card in canvas units; its height follows from what is on it. */
export const CARD_WIDTH = 288;
export const NOTE_SIZE = { width: 220, height: 130 };

/**
 * The document as React Flow wants it. Objects of unchanged nodes are used again, so that only what changed is drawn again.
 * @param before the nodes that are shown now; they carry measured sizes
 * @param label what a screen reader calls the card
 */
export function toNodes(document: FlowDocument, selected: ReadonlySet<string>, before: readonly CanvasNode[], label: (node: FlowNode) => string): CanvasNode[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const cards = document.nodes.map((node): CanvasNode => {
    const was = old.get(node.id);
    const isSelected = selected.has(node.id);
    if (was?.type === "card") {
      if (was.data.node === node && was.selected === isSelected && samePlace(was, node)) return was;
      const data = was.data.node === node ? was.data : { node, label: label(node) };
      return { ...was, data, ariaLabel: data.label, selected: isSelected, position: was.dragging ? was.position : node.position };
    }
    const size = estimatedSize(node);
    const name = label(node);
    return {
      id: node.id, type: "card", position: node.position, data: { node, label: name }, selected: isSelected, ariaLabel: name,
      initialWidth: CARD_WIDTH, initialHeight: size.height, domAttributes: { "aria-roledescription": "step" },
    };
  });
  const notes = document.notes.map((note): CanvasNode => {
    const was = old.get(note.id);
    const isSelected = selected.has(note.id);
    const { width, height } = note.size ?? NOTE_SIZE;
    if (was?.type === "note") {
      if (was.data.note === note && was.selected === isSelected && samePlace(was, note)) return was;
      return { ...was, data: was.data.note === note ? was.data : { note }, selected: isSelected, position: was.dragging ? was.position : note.position, ...(was.resizing ? {} : { width, height }) };
    }
    return { id: note.id, type: "note", position: note.position, data: { note }, selected: isSelected, width, height, zIndex: -1, ariaLabel: `Note: ${note.text.slice(0, 60)}`, domAttributes: { "aria-roledescription": "note" } };
  });
  return [...cards, ...notes];
}

function samePlace(shown: CanvasNode, item: { position: { x: number; y: number } }): boolean {
  return shown.dragging === true || (shown.position.x === item.position.x && shown.position.y === item.position.y);
}

export const edgeId = (node: string, exit: string) => `${node} ${exit}`;
/** The exit that an edge stands for. Ids have no blanks. */
export function exitOf(edge: string): { node: string; exit: string } {
  const [node = "", exit = ""] = edge.split(" ");
  return { node, exit };
}

const edgesOf = new WeakMap<FlowNode, ExitEdgeType[]>();

/** The edges of all connected exits. Those of an unchanged node are the same objects. */
export function toEdges(document: FlowDocument, words: (exit: FlowNode["exits"][number]) => string): ExitEdgeType[] {
  const ids = new Set(document.nodes.map((node) => node.id));
  return document.nodes.flatMap((node) => {
    let edges = edgesOf.get(node);
    if (!edges) {
      edges = node.exits.flatMap((exit): ExitEdgeType[] => exit.to === null ? [] : [{
        id: edgeId(node.id, exit.id), type: "exit", source: node.id, sourceHandle: exit.id, target: exit.to, targetHandle: "in",
        data: { words: words(exit), kind: exit.when.type }, reconnectable: true, ariaLabel: `Way out of ${node.name || node.id}: ${words(exit)}`,
      }]);
      edgesOf.set(node, edges);
    }
    return edges.every((edge) => ids.has(edge.target)) ? edges : edges.filter((edge) => ids.has(edge.target));
  });
}
