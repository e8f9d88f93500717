"use client";

import { ReactFlowProvider } from "@xyflow/react";
import { useEffect, useState } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import type { AgentAnswer } from "./store/api";
import { EditorContext, type EditorHandle } from "./store/editor-context";
import { openEditor } from "./store/open-editor";
import { EditorWindow } from "./editor-window";
import { EditorServices, type Services } from "./store/services";

/**
 * The agent editor: canvas, inspector, top bar and Talk dock on one document. It opens in the browser only, because the working copy
 * on this device may be newer than what the server sent.
 */
export function Editor({ agent, canEdit, services }: { agent: AgentAnswer; canEdit: boolean; services: Services }) {
  const [handle, setHandle] = useState<EditorHandle | null>(null);
  useEffect(() => {
    let closed = false;
    let close = () => {};
    void openEditor(agent, canEdit).then((opened) => {
      if (closed) return opened.close("discard");
      close = () => opened.close("save");
      setHandle(opened.handle);
    });
    return () => {
      closed = true;
      close();
    };
    // Only another agent means another editor: a new render of the page with newer data must not throw the working copy away.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [agent.id]);

  if (!handle) return <Opening name={agent.name} />;
  return (
    <EditorServices value={services}>
      <EditorContext value={handle}>
        <ReactFlowProvider>
          <EditorWindow />
        </ReactFlowProvider>
      </EditorContext>
    </EditorServices>
  );
}

function Opening({ name }: { name: string }) {
  return (
    <div className="flex min-h-0 flex-1 flex-col" aria-busy="true">
      <div className="flex h-14 items-center gap-3 border-b border-border bg-background px-4"><h1 className="text-[0.9375rem] font-semibold">{name}</h1></div>
      <div className="grid flex-1 place-content-center bg-canvas"><Skeleton className="h-32 w-72 rounded-xl" /></div>
    </div>
  );
}
