"use client";

import { FileUpIcon, SquareDashedIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition, type ReactNode } from "react";
import { api, messageOf } from "@/components/shell/api";
import { cn } from "@/components/ui/cn";
import { toast } from "@/components/ui/toast";
import { ImportReport, type NotCarriedOver } from "./import-report";
import type { StartingPoint } from "./starting-point";

interface Imported {
  document: { name: string };
  notCarriedOver: NotCarriedOver[];
}
/** Larger than any sensible flow, small enough to be read in one go. */
const LARGEST_FILE = 4_000_000;

/**
 * "Pick a starting point": templates with a picture of their flow, an empty canvas, a file. `pictures` are drawn by the server,
 * by the starting point's id; `blank` is the document of the empty canvas.
 */
export function NewAgent({ points, pictures, blank }: { points: Pick<StartingPoint, "id" | "name" | "description" | "document">[]; pictures: Record<string, ReactNode>; blank: unknown }) {
  const router = useRouter();
  const file = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [imported, setImported] = useState<Imported | null>(null);
  const [opening, startTransition] = useTransition();

  async function create(id: string, document: unknown) {
    if (busy) return;
    setBusy(id);
    try {
      const agent = await api<{ id: string }>("/agents", { method: "POST", body: { document } });
      startTransition(() => router.push(`/agents/${agent.id}`));
    } catch (error) {
      toast.error(messageOf(error));
      setBusy(null);
    }
  }

  async function read(chosen: File | undefined) {
    if (!chosen) return;
    if (chosen.size > LARGEST_FILE) return void toast.error("This file is too large to be a conversation.");
    try {
      const result = await api<Imported>("/import", { method: "POST", body: { document: await chosen.text() } });
      if (result.notCarriedOver.length > 0) setImported(result);
      else await create("import", result.document);
    } catch (error) {
      toast.error(messageOf(error));
    } finally {
      if (file.current) file.current.value = "";
    }
  }

  const waiting = (id: string) => busy === id && (opening || busy !== null);
  return (
    <>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {points.map((point) => (
          <li key={point.id}>
            <Choice onClick={() => void create(point.id, point.document)} busy={waiting(point.id)} disabled={busy !== null} title={point.name} text={point.description} picture={pictures[point.id]} />
          </li>
        ))}
        <li>
          <Choice onClick={() => void create("blank", blank)} busy={waiting("blank")} disabled={busy !== null} title="Empty canvas" text="Start with a greeting and draw the rest yourself." picture={<Plain icon={<SquareDashedIcon className="size-7" />} />} />
        </li>
        <li>
          <Choice onClick={() => file.current?.click()} busy={waiting("import")} disabled={busy !== null} title="Import a file" text="A conversation that was exported from Parley, as JSON." picture={<Plain icon={<FileUpIcon className="size-7" />} />} />
          <input ref={file} type="file" accept=".json,application/json" className="sr-only" tabIndex={-1} aria-label="File to import" onChange={(event) => void read(event.target.files?.[0])} />
        </li>
      </ul>
      {imported ? <ImportReport name={imported.document.name} items={imported.notCarriedOver} onCancel={() => setImported(null)} onContinue={() => { setImported(null); void create("import", imported.document); }} /> : null}
    </>
  );
}

function Choice({ title, text, picture, busy, disabled, onClick }: { title: string; text: string; picture: ReactNode; busy: boolean; disabled: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      aria-disabled={disabled || undefined}
      aria-busy={busy}
      className={cn("group flex size-full flex-col overflow-hidden rounded-xl border border-border bg-card text-left shadow-card transition-[border-color,box-shadow] hover:border-input hover:shadow-float", disabled && !busy && "opacity-60")}
    >
      <span className="block h-36 w-full border-b border-border bg-canvas p-3">{picture}</span>
      <span className="block px-4 py-3.5">
        <span className="block text-[0.9375rem] font-semibold">{busy ? "Opening…" : title}</span>
        <span className="mt-1 block text-sm leading-relaxed text-muted-foreground">{text}</span>
      </span>
    </button>
  );
}

function Plain({ icon }: { icon: ReactNode }) {
  return <span aria-hidden className="grid size-full place-content-center text-muted-foreground">{icon}</span>;
}
