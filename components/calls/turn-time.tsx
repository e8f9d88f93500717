import type { CallTurn } from "@/lib/calls/project-call";
import { partWords } from "./words";

const TINTS = ["bg-node-teal-line", "bg-node-blue-line", "bg-node-violet-line", "bg-node-amber-line", "bg-node-pink-line", "bg-node-slate-line"];

/** The time of one reply and what it was made of. The parts overlap in reality; their widths are for comparison. */
export function TurnTime({ turn }: { turn: CallTurn }) {
  const parts = Object.entries(turn.parts).filter(([, ms]) => ms > 0);
  const sum = parts.reduce((total, [, ms]) => total + ms, 0);
  return (
    <div className="grid gap-1.5">
      <p className="text-xs text-muted-foreground">
        <span className="font-medium text-foreground tabular">{Math.round(turn.latencyMs)} ms</span> from the caller’s last sound to the agent’s first
      </p>
      {parts.length > 0 ? (
        <>
          <div aria-hidden className="flex h-1.5 gap-px overflow-hidden rounded-full">
            {parts.map(([part, ms], index) => <span key={part} className={TINTS[index % TINTS.length]} style={{ width: `${(ms / sum) * 100}%` }} />)}
          </div>
          <ul className="flex flex-wrap gap-x-3 gap-y-1 text-xs text-muted-foreground">
            {parts.map(([part, ms], index) => (
              <li key={part} className="flex items-center gap-1.5"><span aria-hidden className={`size-2 rounded-full ${TINTS[index % TINTS.length]}`} />{partWords(part)} <span className="tabular">{Math.round(ms)} ms</span></li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
