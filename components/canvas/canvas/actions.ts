import { toast } from "@/components/ui/toast";
import { copyAsText, pasteClip, readClip } from "@/lib/editor/commands/clipboard";
import { addExit, connect, insertIntoEdge, newCondition, offeredConditions, removeExit } from "@/lib/editor/commands/exits";
import type { Size } from "@/lib/editor/commands/align";
import { makeRoom } from "@/lib/editor/commands/make-room";
import { addNode, copyItems, removeItems, type Point } from "@/lib/editor/commands/nodes";
import { addNote } from "@/lib/editor/commands/notes";
import { freshId, takenIds } from "@/lib/editor/ids";
import type { FlowDocument, NodeKind } from "@/lib/flow/document/schema";
import { createNode, nodeForm } from "../flow";
import type { AddMenu, EditorStore } from "../store/editor-store";

/** What people do on the canvas, each as one step of undo. They read the store when called, so they can be made once. `sizes`: measured cards. */
export function canvasActions(store: EditorStore, sizes: () => ReadonlyMap<string, Size>) {
  const get = store.getState;

  /** The chosen things in words: "Welcome", "3 steps". */
  const inWords = (document: FlowDocument, ids: ReadonlySet<string>): string => {
    const nodes = document.nodes.filter((node) => ids.has(node.id));
    if (nodes.length === 1 && ids.size === 1) return `“${nodes[0]!.name || nodeForm(nodes[0]!.type).label}”`;
    if (nodes.length === 0) return ids.size === 1 ? "the note" : `${ids.size} notes`;
    return `${ids.size} things`;
  };
  const undoToast = (message: string) => toast(message, { action: { label: "Bring back", onClick: () => get().undo() }, duration: 6000 });

  /** Makes the node that the add menu or the palette was asked for; connects or inserts it where that was wanted. */
  function add(type: NodeKind, where: Pick<AddMenu, "position" | "from" | "into">): void {
    const { document, change } = get();
    const id = freshId(type, takenIds(document));
    const at = { x: Math.round(where.position.x), y: Math.round(where.position.y) };
    change(`Add ${nodeForm(type).label}`, (before) => {
      let next = addNode(before, createNode(type, id, at));
      if (where.into) {
        const { node, exit } = where.into;
        const to = before.nodes.find((candidate) => candidate.id === node)?.exits.find((candidate) => candidate.id === exit)?.to;
        next = insertIntoEdge(next, where.into, id);
        if (to) next = makeRoom(next, { from: node, inserted: id, to }, sizes());
      }
      else if (where.from) next = connectFrom(next, where.from, id);
      return next;
    });
    get().focusOn(id);
  }

  /** Connects an exit, or a new one, to a node. */
  function connectFrom(document: FlowDocument, from: { node: string; exit: string | null }, to: string): FlowDocument {
    if (from.exit !== null) return connect(document, from.node, from.exit, to);
    const node = document.nodes.find((candidate) => candidate.id === from.node);
    const type = node && offeredConditions(nodeForm(node.type).conditions, node.exits)[0];
    return node && type ? addExit(document, from.node, newCondition(type, node.exits), to).document : document;
  }

  return {
    add,
    connectTo(from: { node: string; exit: string | null }, to: string) {
      get().change("Connect", (document) => connectFrom(document, from, to));
      if (from.exit === null) get().focusOn(from.node, "exits");
    },
    note(position: Point) {
      let id = "";
      get().change("Add a note", (document) => {
        const added = addNote(document, position);
        id = added.id;
        return added.document;
      });
      get().select([id]);
    },
    remove() {
      const { selected, selectedExit, document, change } = get();
      if (selectedExit && selected.size === 0) {
        change("Disconnect", (before) => connect(before, selectedExit.node, selectedExit.exit, null));
        return;
      }
      if (selected.size === 0) return;
      const label = `Deleted ${inWords(document, selected)}`;
      change(label, (before) => removeItems(before, selected));
      if (get().document === document) toast("A flow needs at least one step.");
      else undoToast(label);
    },
    removeExit(node: string, exit: string) {
      get().change("Remove the exit", (document) => removeExit(document, node, exit));
    },
    duplicate() {
      const { selected, document, change } = get();
      if (selected.size === 0) return;
      let ids: string[] = [];
      change(`Duplicate ${inWords(document, selected)}`, (before) => {
        const copied = copyItems(before, { nodes: before.nodes.filter((node) => selected.has(node.id)), notes: before.notes.filter((note) => selected.has(note.id)) }, { x: 40, y: 40 }, { keepOutside: true });
        ids = copied.ids;
        return copied.document;
      });
      get().select(ids);
    },
    /** The selection as text for the clipboard; null when nothing is selected. */
    copy: () => copyAsText(get().document, get().selected),
    cut() {
      const text = copyAsText(get().document, get().selected);
      if (text === null) return null;
      const { selected, document, change } = get();
      change(`Cut ${inWords(document, selected)}`, (before) => removeItems(before, selected));
      return text;
    },
    /** Pastes text that `copy` made (here or in another agent); false when it is something else. */
    paste(text: string, at: Point): boolean {
      const clip = readClip(text);
      if (!clip) return false;
      let ids: string[] = [];
      get().change("Paste", (document) => {
        const pasted = pasteClip(document, clip, at);
        ids = pasted.ids;
        return pasted.document;
      });
      get().select(ids);
      return true;
    },
    selectAll() {
      const { document, select } = get();
      select([...document.nodes.map((node) => node.id), ...document.notes.map((note) => note.id)]);
    },
    undo() {
      const label = get().undo();
      if (label === null) toast("Nothing to undo.");
    },
    redo() {
      const label = get().redo();
      if (label === null) toast("Nothing to redo.");
    },
  };
}
export type CanvasActions = ReturnType<typeof canvasActions>;
