"use client";

import { useState } from "react";
import { useActions, useEditor, useEditorHandle } from "../store/editor-context";

/** The agent's name, changed in place. Enter keeps it, Escape puts the old one back. */
export function AgentName() {
  const { canEdit } = useEditorHandle();
  const actions = useActions();
  const name = useEditor((state) => state.document.name);
  const [draft, setDraft] = useState<string | null>(null);
  if (!canEdit) return <h1 className="truncate px-1.5 text-[0.9375rem] font-semibold">{name}</h1>;
  const finish = () => {
    const next = draft?.trim();
    if (next && next !== name) actions.change("Rename the agent", (document) => ({ ...document, name: next }));
    setDraft(null);
  };
  return (
    <h1 className="min-w-0 font-semibold">
      <span className="inline-grid max-w-[34vw] items-center sm:max-w-72">
        {/* The invisible twin makes the field as wide as its text. */}
        <span aria-hidden className="invisible col-start-1 row-start-1 truncate px-1.5 text-[0.9375rem] whitespace-pre">{draft ?? name}</span>
        <input
          aria-label="Agent name" size={1} value={draft ?? name} maxLength={200} onChange={(event) => setDraft(event.target.value)} onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === "Enter") event.currentTarget.blur();
            if (event.key === "Escape") {
              setDraft(null);
              event.stopPropagation();
            }
          }}
          className="col-start-1 row-start-1 w-full min-w-0 truncate rounded-md bg-transparent px-1.5 py-0.5 text-[0.9375rem] hover:bg-accent focus:bg-card"
        />
      </span>
    </h1>
  );
}
