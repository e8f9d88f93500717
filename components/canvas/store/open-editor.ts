import { Autosave, openingDocument } from "@/lib/editor/autosave";
import { lint } from "@/lib/flow";
import { toast } from "@/components/ui/toast";
import { putDraft, type AgentAnswer } from "./api";
import { claimTab, findCopy, findHistory, keepCopy, keepHistory } from "./device";
import type { EditorHandle } from "./editor-context";
import { createEditorStore } from "./editor-store";

/** Makes the store of one editor, brings back what this device kept, and connects saving, undo's memory and the linter to it. */
export async function openEditor(agent: AgentAnswer, canEdit: boolean): Promise<{ handle: EditorHandle; close: (how: "save" | "discard") => void }> {
  const tab = await claimTab();
  const server = { document: agent.document, revision: agent.revision };
  const opening = openingDocument(server, canEdit ? await findCopy(agent.id, tab) : null);
  const copy = opening.kind === "server" ? null : opening.copy;
  const document = copy?.document ?? agent.document;

  const store = createEditorStore({ agentId: agent.id, document, history: findHistory(agent.id, document), drafts: copy?.drafts ?? {}, latestVersion: agent.latestVersion });
  let warned = false;
  const autosave = new Autosave({
    revision: agent.revision,
    put: (draft, revision) => putDraft(agent.id, draft, revision),
    keep: (kept) => {
      if (keepCopy(agent.id, tab, kept) || warned) return;
      warned = true;
      toast.error("This browser's storage is full or forbidden, so nothing can be kept on this device. Keep the page open until it says Saved.");
    },
    onState: (save) => store.getState().set({ save }),
  });
  if (opening.kind === "restore") autosave.change(document, opening.copy.drafts);
  if (opening.kind === "conflict") store.getState().set({ save: { kind: "conflict", theirs: server } });

  let lintTimer: ReturnType<typeof setTimeout> | undefined;
  let historyTimer: ReturnType<typeof setTimeout> | undefined;
  const check = () => store.getState().set({ problems: lint(store.getState().document) });
  const remember = () => keepHistory(agent.id, store.getState().document, store.getState().history);
  check();

  const stop = store.subscribe((state, before) => {
    if (state.document !== before.document) {
      autosave.change(state.document, state.drafts);
      clearTimeout(lintTimer);
      lintTimer = setTimeout(check, 200);
    } else if (state.drafts !== before.drafts) autosave.keepDrafts(state.document, state.drafts);
    if (state.history !== before.history) {
      clearTimeout(historyTimer);
      historyTimer = setTimeout(remember, 300);
    }
  });

  const online = () => void autosave.flush();
  const hidden = () => {
    if (globalThis.document.visibilityState !== "hidden") return;
    remember();
    void autosave.flush();
  };
  const leaving = (event: BeforeUnloadEvent) => {
    remember();
    // The copy on this device is written already; asking only stops people from thinking that others see their changes.
    if (autosave.pending) event.preventDefault();
  };
  window.addEventListener("online", online);
  globalThis.document.addEventListener("visibilitychange", hidden);
  window.addEventListener("beforeunload", leaving);

  const close = (how: "save" | "discard") => {
    if (how === "save") {
      remember();
      void autosave.flush().finally(() => autosave.stop());
    } else autosave.stop();
    stop();
    clearTimeout(lintTimer);
    clearTimeout(historyTimer);
    window.removeEventListener("online", online);
    globalThis.document.removeEventListener("visibilitychange", hidden);
    window.removeEventListener("beforeunload", leaving);
  };
  return { handle: { store, autosave, canEdit }, close };
}
