"use client";

import {
  applyNodeChanges, Background, BackgroundVariant, ConnectionLineType, MarkerType, ReactFlow, SelectionMode, useStore,
  type EdgeChange, type FinalConnectionState, type IsValidConnection, type NodeChange, type OnConnectEnd,
} from "@xyflow/react";
import { useTheme } from "next-themes";
import { useCallback, useMemo, useState, type DragEvent } from "react";
import { moveItems, type Point } from "@/lib/editor/commands/nodes";
import { reconnect } from "@/lib/editor/commands/exits";
import { openingView } from "@/lib/editor/opening-view";
import type { FlowDocument, NodeKind } from "@/lib/flow/document/schema";
import { conditionWords, nodeLabel, palette } from "../flow";
import { useActions, useEditor, useEditorHandle } from "../store/editor-context";
import { CanvasControls } from "./canvas-controls";
import { ExitEdge } from "./exit-edge";
import { NodeCard } from "./node-card";
import { NoteCard } from "./note-card";
import { edgeId, exitOf, NEW_EXIT, toEdges, toNodes, type CanvasNode, type ExitEdgeType } from "./to-flow";
import { ROOM, useCanvas } from "./use-canvas";
import { useFollowCall } from "./use-follow-call";
import "./canvas.css";

const nodeTypes = { card: NodeCard, note: NoteCard };
const edgeTypes = { exit: ExitEdge };
const defaultEdge = { markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: "color-mix(in oklab, var(--muted-foreground) 62%, var(--canvas))" } };
/** Below this zoom cards show icon and name only. */
const FAR = 0.42;
/** With more steps only those in view are in the page. With fewer all are, so that the Tab key and screen readers reach every one. */
const MANY = 150;
const PALETTE_TYPE = "application/x-parley-node";

const wordsOf = (exit: FlowDocument["nodes"][number]["exits"][number]) => conditionWords(exit.when);

/** The canvas: the document drawn, and every change by pointer or keyboard turned into a command on the document. */
export function FlowCanvas() {
  const { store, canEdit } = useEditorHandle();
  const actions = useActions();
  const canvas = useCanvas();
  useFollowCall();
  const flowDocument = useEditor((state) => state.document);
  const selected = useEditor((state) => state.selected);
  const selectedExit = useEditor((state) => state.selectedExit);
  const far = useStore((state) => state.transform[2] < FAR);
  const { resolvedTheme } = useTheme();
  const [dragging, setDragging] = useState(false);
  const [inside, setInside] = useState<{ document: FlowDocument | null; selected: ReadonlySet<string>; nodes: CanvasNode[] }>({ document: null, selected, nodes: [] });

  // React Flow's own node objects (measured sizes, a drag under way) follow the document while rendering, so no frame shows an old state.
  let nodes = inside.nodes;
  if (inside.document !== flowDocument || inside.selected !== selected) {
    nodes = toNodes(flowDocument, selected, inside.nodes, nodeLabel);
    setInside({ document: flowDocument, selected, nodes });
  }
  const edges = useMemo(() => toEdges(flowDocument, wordsOf), [flowDocument]);
  const shownEdges = useMemo(() => {
    if (!selectedExit) return edges;
    const id = edgeId(selectedExit.node, selectedExit.exit);
    return edges.map((edge) => (edge.id === id ? { ...edge, selected: true, zIndex: 1000 } : edge));
  }, [edges, selectedExit]);

  const onNodesChange = useCallback((changes: NodeChange<CanvasNode>[]) => {
    const { selected: chosen, document: before } = store.getState();
    let next: Set<string> | null = null;
    const moved = new Map<string, Point>();
    const local: NodeChange<CanvasNode>[] = [];
    for (const change of changes) {
      if (change.type === "select") {
        next ??= new Set(chosen);
        if (change.selected) next.add(change.id);
        else next.delete(change.id);
      } else if (change.type !== "remove") {
        local.push(change);
        if (change.type === "position" && change.position && !change.dragging) moved.set(change.id, change.position);
      }
    }
    if (local.length > 0) setInside((state) => ({ ...state, nodes: applyNodeChanges(local, state.nodes) }));
    if (next) actions.select(next, next.size === 0 ? store.getState().selectedExit : null);
    if (moved.size > 0) actions.change("Move", () => moveItems(before, moved), { key: `move ${[...moved.keys()].join(" ")}` });
  }, [store, actions]);

  const onEdgesChange = useCallback((changes: EdgeChange<ExitEdgeType>[]) => {
    for (const change of changes) {
      if (change.type !== "select") continue;
      const exit = exitOf(change.id);
      const current = store.getState().selectedExit;
      if (change.selected) actions.select([], exit);
      else if (current && edgeId(current.node, current.exit) === change.id) actions.select(store.getState().selected, null);
    }
  }, [store, actions]);

  const isValid: IsValidConnection<ExitEdgeType> = useCallback((edge) => Boolean(edge.source && edge.target), []);

  /** An edge was dropped: on a card (anywhere on it) it connects, on the empty canvas it asks what to add. */
  const dropped = useCallback((event: MouseEvent | TouchEvent, state: FinalConnectionState, from: { node: string; exit: string | null }, connectTo: (node: string) => void) => {
    if (state.isValid) return;
    const at = "changedTouches" in event ? { x: event.changedTouches[0]!.clientX, y: event.changedTouches[0]!.clientY } : { x: event.clientX, y: event.clientY };
    const card = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>(".react-flow__node-card");
    if (card?.dataset.id) return connectTo(card.dataset.id);
    if (!document.elementFromPoint(at.x, at.y)?.closest(".parley-flow")) return;
    const position = canvas.flow.screenToFlowPosition(at);
    actions.set({ addMenu: { at, position: { x: position.x, y: position.y - 26 }, from } });
  }, [actions, canvas]);

  const onConnectEnd: OnConnectEnd = useCallback((event, state) => {
    // Also called when an edge's head is dragged away: then the handle is the exit's, and what happens is the same.
    if (!state.fromNode || !state.fromHandle?.id || state.fromHandle.type !== "source") return;
    const from = { node: state.fromNode.id, exit: state.fromHandle.id === NEW_EXIT ? null : state.fromHandle.id };
    dropped(event, state, from, (to) => canvas.connectTo(from, to));
  }, [dropped, canvas]);

  return (
    <div className="relative size-full">
      <ReactFlow<CanvasNode, ExitEdgeType>
        className="parley-flow"
        data-far={far}
        data-busy={dragging}
        aria-label="Flow"
        nodes={nodes}
        edges={shownEdges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        defaultEdgeOptions={defaultEdge}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onConnect={(connection) => {
          if (connection.sourceHandle) canvas.connectTo({ node: connection.source, exit: connection.sourceHandle === NEW_EXIT ? null : connection.sourceHandle }, connection.target);
        }}
        onConnectEnd={onConnectEnd}
        isValidConnection={isValid}
        onReconnect={(edge, connection) => {
          const old = exitOf(edge.id);
          if (connection.sourceHandle && connection.sourceHandle !== NEW_EXIT) {
            actions.change("Reconnect", (before) => reconnect(before, old, { node: connection.source, exit: connection.sourceHandle!, to: connection.target }));
          }
        }}
        onEdgeClick={(_event, edge) => actions.select([], exitOf(edge.id))}
        onNodeDragStart={() => setDragging(true)}
        onNodeDragStop={() => setDragging(false)}
        onSelectionDragStart={() => setDragging(true)}
        onSelectionDragStop={() => setDragging(false)}
        onNodeClick={() => { if (window.matchMedia("(min-width: 1024px)").matches) actions.set({ inspectorOpen: true }); }}
        onNodeDoubleClick={(_event, node) => { if (node.type === "card") actions.focusOn(node.id); }}
        onPaneClick={() => actions.select([])}
        onDoubleClick={(event) => {
          if (canEdit && (event.target as HTMLElement).classList.contains("react-flow__pane")) canvas.openAddMenu({ x: event.clientX, y: event.clientY });
        }}
        onDragOver={(event: DragEvent) => {
          if (!event.dataTransfer.types.includes(PALETTE_TYPE)) return;
          event.preventDefault();
          event.dataTransfer.dropEffect = "copy";
        }}
        onDrop={(event: DragEvent) => {
          const type = event.dataTransfer.getData(PALETTE_TYPE);
          if (!type) return;
          event.preventDefault();
          const at = canvas.flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
          const position = { x: at.x - 144, y: at.y - 26 };
          if (type === "note") canvas.note(position);
          else if (palette.some((entry) => entry.type === type)) canvas.add(type as NodeKind, { position });
        }}
        nodesDraggable={canEdit}
        nodesConnectable={canEdit}
        edgesReconnectable={canEdit}
        colorMode={resolvedTheme === "dark" ? "dark" : "light"}
        connectionLineType={ConnectionLineType.Bezier}
        connectionRadius={28}
        selectionMode={SelectionMode.Partial}
        panOnScroll
        zoomOnDoubleClick={false}
        multiSelectionKeyCode={["Shift", "Meta", "Control"]}
        selectionKeyCode="Shift"
        deleteKeyCode={null}
        onlyRenderVisibleElements={flowDocument.nodes.length > MANY}
        minZoom={0.1}
        maxZoom={1.75}
        onInit={(instance) => {
          const box = document.querySelector(".parley-flow")?.getBoundingClientRect();
          if (box) void instance.setViewport(openingView(flowDocument, box, window.matchMedia("(min-width: 768px)").matches ? ROOM.wide : ROOM.narrow));
        }}
        proOptions={{ hideAttribution: false }}
      >
        <Background variant={BackgroundVariant.Dots} gap={22} size={1.5} />
        <CanvasControls />
      </ReactFlow>
    </div>
  );
}
