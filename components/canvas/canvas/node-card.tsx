"use client";

import { Handle, Position, type NodeProps } from "@xyflow/react";
import { CornerUpLeftIcon, FlagIcon, GlobeIcon, PlusIcon, TriangleAlertIcon, VariableIcon } from "lucide-react";
import { memo } from "react";
import { NODE_COLOURS } from "@/components/ui/node-colours";
import { cn } from "@/components/ui/cn";
import { variablesRead, variablesSet } from "@/lib/editor/card-badges";
import { conditionWords, nodeForm, nodeSummary } from "../flow";
import { NamedIcon } from "../icons";
import { useEditor } from "../store/editor-context";
import { problemsOf } from "../store/problems-of";
import { CARD_WIDTH, NEW_EXIT, type CardNode } from "./to-flow";

const HANDLE = "!size-3 !rounded-full !min-w-0 !min-h-0 !border-2 !border-card transition-[transform,background-color] hover:!scale-140";

/** A node of the flow: what it is, what it says, and its exits as rows from which the edges leave. */
export const NodeCard = memo(function NodeCard({ id, data: { node }, selected }: NodeProps<CardNode>) {
  const form = nodeForm(node.type);
  const colour = NODE_COLOURS[form.colour];
  const isStart = useEditor((state) => state.document.start === id);
  const worst = useEditor((state) => problemsOf(state.problems, id)[0]);
  const live = useEditor((state) => (state.live === null ? "off" : state.live.node === id ? "here" : state.live.visited.has(id) ? "visited" : "elsewhere"));
  const summary = nodeSummary(node);

  return (
    <div
      style={{ width: CARD_WIDTH }}
      data-live={live}
      className={cn(
        "group/card relative rounded-xl border border-border bg-card shadow-card transition-[box-shadow,opacity] duration-150",
        "hover:shadow-[0_6px_20px_-8px_rgb(8_24_26/0.28)]",
        selected && "border-primary ring-2 ring-primary/35",
        live === "here" && "border-primary ring-4 ring-primary/30",
        live === "elsewhere" && "opacity-60",
      )}
    >
      <Handle type="target" id="in" position={Position.Left} isConnectableStart={false} className={cn(HANDLE, "!top-[26px] !bg-muted-foreground/60")} />
      <div className="far-hide px-3 pt-3 pb-2.5">
        <div className="flex items-center gap-2.5">
          <span className={cn("grid size-7 shrink-0 place-content-center rounded-lg border", colour.card, colour.ink)}><NamedIcon name={form.icon} className="size-4" /></span>
          <span className="min-w-0 flex-1">
            <span className="block truncate text-sm leading-tight font-semibold">{node.name || form.label}</span>
            <span className={cn("block text-[0.6875rem] leading-tight font-medium", colour.ink)}>{form.label}</span>
          </span>
          {worst ? (
            <span title={worst.message} className={cn("shrink-0", worst.severity === "error" ? "text-destructive" : "text-warning-ink")}>
              <TriangleAlertIcon className="size-4" aria-label={worst.severity === "error" ? "Has a problem" : "Has a warning"} />
            </span>
          ) : null}
        </div>
        {summary ? <p className="mt-2 line-clamp-3 text-[0.8125rem] leading-[1.4] break-words whitespace-pre-line text-foreground/85">{summary}</p> : null}
        <Badges node={node} isStart={isStart} />
      </div>
      {node.exits.length > 0 ? (
        <ul aria-label="Exits" className="far-hide border-t border-border">
          {node.exits.map((exit) => <ExitRow key={exit.id} node={id} exit={exit} />)}
        </ul>
      ) : null}
      {form.conditions.length > 0 ? (
        <Handle
          type="source" id={NEW_EXIT} position={Position.Bottom} title="Drag to add an exit" isConnectableEnd={false}
          className="!size-5 !rounded-full !min-w-0 !border !border-border !bg-card text-muted-foreground opacity-0 shadow-card transition-opacity group-hover/card:opacity-100 hover:!border-primary hover:text-primary-ink data-[on=true]:opacity-100"
          data-on={selected}
        >
          <PlusIcon className="pointer-events-none m-[3px] size-3" aria-hidden />
        </Handle>
      ) : null}
      <div aria-hidden className={cn("far-show pointer-events-none absolute inset-0 flex-col items-center justify-center gap-1.5 rounded-xl border px-4", colour.card, colour.ink)}>
        <NamedIcon name={form.icon} className="size-11 shrink-0" />
        <span className="line-clamp-2 text-center text-[2rem] leading-tight font-semibold text-foreground">{node.name || form.label}</span>
      </div>
    </div>
  );
});

function Badges({ node, isStart }: { node: CardNode["data"]["node"]; isStart: boolean }) {
  const sets = variablesSet(node);
  const reads = variablesRead(node).filter((name) => !sets.includes(name));
  if (!isStart && !node.global && sets.length + reads.length === 0) return null;
  const badge = "inline-flex max-w-full items-center gap-1 rounded-md px-1.5 py-0.5 text-[0.6875rem] leading-4 font-medium [&>svg]:size-3 [&>svg]:shrink-0";
  return (
    <div className="mt-2 flex flex-wrap gap-1">
      {isStart ? <span className={cn(badge, "bg-primary-soft text-primary-ink")}><FlagIcon aria-hidden />Start</span> : null}
      {node.global ? <span className={cn(badge, "bg-secondary text-secondary-foreground")}><GlobeIcon aria-hidden />From anywhere: {conditionWords(node.global.when)}</span> : null}
      {node.global?.comesBack ? <span className={cn(badge, "bg-secondary text-secondary-foreground")}><CornerUpLeftIcon aria-hidden />Comes back</span> : null}
      {sets.slice(0, 4).map((name) => <span key={name} className={cn(badge, "bg-secondary text-secondary-foreground")} title={`Fills ${name}`}><VariableIcon aria-hidden /><span className="truncate">{name}</span></span>)}
      {sets.length > 4 ? <span className={cn(badge, "text-muted-foreground")}>+{sets.length - 4}</span> : null}
      {reads.slice(0, 3).map((name) => <span key={name} className={cn(badge, "border border-border py-px text-muted-foreground")} title={`Uses ${name}`}><span className="truncate">{name}</span></span>)}
    </div>
  );
}

function ExitRow({ node, exit }: { node: string; exit: CardNode["data"]["node"]["exits"][number] }) {
  const taken = useEditor((state) => state.live?.taken.has(`${node} ${exit.id}`) ?? false);
  const chosen = useEditor((state) => state.selectedExit?.node === node && state.selectedExit.exit === exit.id);
  const broken = useEditor((state) => problemsOf(state.problems, node).some((problem) => problem.severity === "error" && exitField(state.document, node, problem.field) === exit.id));
  const text = conditionWords(exit.when);
  const quiet = exit.when.type === "otherwise" || exit.when.type === "always";
  return (
    <li
      aria-label={`${text}${exit.to === null ? ", not connected" : ""}`}
      className={cn("relative flex h-[30px] items-center border-b border-border/60 pr-4 pl-3 text-xs last:rounded-b-xl last:border-b-0", chosen && "bg-primary-soft", taken && "bg-primary-soft font-medium text-primary-ink", broken && "text-destructive-ink")}
    >
      <span className={cn("truncate", quiet && !taken && "text-muted-foreground italic")} title={text}>{exit.label || text}</span>
      <Handle
        type="source" id={exit.id} position={Position.Right} isConnectableEnd={false}
        className={cn(HANDLE, exit.to === null ? "!border-muted-foreground/70 !bg-card" : "!bg-muted-foreground/80", (taken || chosen) && "!bg-primary", "hover:!bg-primary")}
      />
    </li>
  );
}

/** The id of the exit that a problem's field ("exits.0.to") is about. */
function exitField(document: { nodes: { id: string; exits: { id: string }[] }[] }, node: string, field: string | undefined): string | null {
  const index = /^exits\.(\d+)/.exec(field ?? "")?.[1];
  return index === undefined ? null : (document.nodes.find((candidate) => candidate.id === node)?.exits[Number(index)]?.id ?? null);
}
