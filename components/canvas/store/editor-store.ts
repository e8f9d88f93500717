import { createStore, type StoreApi } from "zustand/vanilla";
import type { SaveState } from "@/lib/editor/autosave";
import type { Point } from "@/lib/editor/commands/nodes";
import { shareUnchanged } from "@/lib/editor/commands/share-unchanged";
import { deltaOf, emptyHistory, record, redo, touched, undo, type History } from "@/lib/editor/history";
import type { FlowDocument } from "@/lib/flow/document/schema";
import type { Problem } from "@/lib/flow/problem";

export interface ExitRef { node: string; exit: string }

/** Where the add menu is open and what the new node is for. */
export interface AddMenu {
  /** In the browser window, px. */
  at: Point;
  /** Where the node will be, canvas units. */
  position: Point;
  /** The new node becomes the target of this exit; `exit: null` makes a new exit for it. */
  from?: { node: string; exit: string | null };
  /** The new node is put into this edge. */
  into?: ExitRef;
}

/** What a call shows on the canvas: where it is and how it came there. */
export interface LiveView {
  node: string | null;
  /** Nodes entered so far. */
  visited: ReadonlySet<string>;
  /** Exits taken so far, as `node exit`. */
  taken: ReadonlySet<string>;
  /** A moment of the past is shown, not the present. */
  replay: boolean;
}

export interface EditorState extends EditorActions {
  readonly agentId: string;
  document: FlowDocument;
  history: History;
  /** Half-typed fields that are not valid yet, by `node:field`; they survive a reload. */
  drafts: Record<string, string>;
  /** Ids of nodes and notes. */
  selected: ReadonlySet<string>;
  selectedExit: ExitRef | null;
  save: SaveState;
  problems: Problem[];
  latestVersion: number | null;
  /** The inspector goes to this field when `count` changes. */
  focus: { node: string | null; field: string | null; count: number };
  addMenu: AddMenu | null;
  live: LiveView | null;
  /** Opened on demand; on narrow screens they are sheets over the canvas. */
  inspectorOpen: boolean;
  dock: "closed" | "voice" | "text";
  /** How often Talk was pressed: each press starts a call when none is running. */
  talkCount: number;
  dialog: null | "publish" | "versions" | "commands" | "find" | "problems";
}

/** What changes the state. The functions stay the same for as long as the store lives. */
export interface EditorActions {
  /**
   * Changes the document as one step of undo.
   * @param label in plain words, for the toast: "Delete Welcome"
   * @param options.key steps with the same key in quick succession become one
   */
  change(label: string, command: (document: FlowDocument) => FlowDocument, options?: { key?: string }): void;
  undo(): string | null;
  redo(): string | null;
  /** Another document from the server; with `label` as a step of undo, without it the history starts anew. */
  replace(document: FlowDocument, label?: string): void;
  select(ids: Iterable<string>, exit?: ExitRef | null): void;
  /** Selects a node and sends the keyboard to a field of its form. */
  focusOn(node: string | null, field?: string | null): void;
  setDraft(key: string, text: string | null): void;
  /** Opens the dock and starts a call. */
  talk(): void;
  set(patch: Partial<Pick<EditorState, "save" | "problems" | "addMenu" | "live" | "inspectorOpen" | "dock" | "dialog" | "latestVersion">>): void;
}

export type EditorStore = StoreApi<EditorState>;

export function createEditorStore(start: { agentId: string; document: FlowDocument; history?: History; drafts?: Record<string, string>; latestVersion?: number | null; now?: () => number }): EditorStore {
  const now = start.now ?? Date.now;
  return createStore<EditorState>((set, get) => {
    /** Selected things that a step removed are no longer selected. */
    const stillThere = (document: FlowDocument) => {
      const ids = new Set([...document.nodes.map((node) => node.id), ...document.notes.map((note) => note.id)]);
      const { selected, selectedExit } = get();
      const kept = [...selected].filter((id) => ids.has(id));
      return {
        selected: kept.length === selected.size ? selected : new Set(kept),
        selectedExit: selectedExit && document.nodes.some((node) => node.id === selectedExit.node && node.exits.some((exit) => exit.id === selectedExit.exit)) ? selectedExit : null,
      };
    };
    const travel = (step: typeof undo): string | null => {
      const { document, history } = get();
      const result = step(document, history);
      if (!result) return null;
      const there = new Set([...result.document.nodes.map((node) => node.id), ...result.document.notes.map((note) => note.id)]);
      const changed = touched(result.delta).filter((id) => there.has(id));
      set({ document: result.document, history: result.history, ...stillThere(result.document), ...(changed.length > 0 && { selected: new Set(changed), selectedExit: null }) });
      return result.delta.label;
    };
    return {
      agentId: start.agentId,
      document: start.document,
      history: start.history ?? emptyHistory,
      drafts: start.drafts ?? {},
      selected: new Set(),
      selectedExit: null,
      save: { kind: "saved" },
      problems: [],
      latestVersion: start.latestVersion ?? null,
      focus: { node: null, field: null, count: 0 },
      addMenu: null,
      live: null,
      inspectorOpen: true,
      dock: "closed",
      talkCount: 0,
      dialog: null,

      change(label, command, options) {
        const { document, history } = get();
        const next = command(document);
        const delta = deltaOf(document, next, label, now(), options?.key);
        if (!delta) return;
        set({ document: next, history: record(history, delta), ...stillThere(next) });
      },
      undo: () => travel(undo),
      redo: () => travel(redo),
      replace(incoming, label) {
        const document = shareUnchanged(get().document, incoming);
        const delta = label === undefined ? null : deltaOf(get().document, document, label, now());
        set({ document, history: delta ? record(get().history, delta) : label === undefined ? emptyHistory : get().history, drafts: {}, ...stillThere(document) });
      },
      select(ids, exit = null) {
        const next = new Set(ids);
        const { selected, selectedExit } = get();
        const same = next.size === selected.size && [...next].every((id) => selected.has(id));
        if (same && exit?.node === selectedExit?.node && exit?.exit === selectedExit?.exit) return;
        set({ selected: same ? selected : next, selectedExit: exit });
      },
      focusOn(node, field = null) {
        set((state) => ({ selected: node === null ? new Set() : new Set([node]), selectedExit: null, inspectorOpen: true, focus: { node, field, count: state.focus.count + 1 } }));
      },
      setDraft(key, text) {
        const { drafts } = get();
        if ((drafts[key] ?? null) === text) return;
        const { [key]: _old, ...others } = drafts;
        set({ drafts: text === null ? others : { ...others, [key]: text } });
      },
      talk: () => set((state) => ({ dock: "voice", talkCount: state.talkCount + 1 })),
      set,
    };
  });
}
