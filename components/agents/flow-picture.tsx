import { cn } from "@/components/ui/cn";
import type { FlowOutline } from "@/lib/agents/flow-outline";
import { nodeColour } from "./node-colour";

/** Size of a card in the canvas' own units, about what the editor draws. */
const CARD = { width: 240, height: 130 };
const MARGIN = 50;

/**
 * A small picture of a flow. `visited`: ids of nodes to show in full; the others fade. Decoration by default; give it a label
 * where it says something that the text around it does not.
 */
export function FlowPicture({ outline, visited, label, className }: { outline: FlowOutline; visited?: ReadonlySet<string>; label?: string; className?: string }) {
  const { nodes, edges } = outline;
  if (nodes.length === 0) return null;
  const left = Math.min(...nodes.map((node) => node.x)) - MARGIN;
  const top = Math.min(...nodes.map((node) => node.y)) - MARGIN;
  // A single box should not fill the whole picture.
  const width = Math.max(900, Math.max(...nodes.map((node) => node.x)) + CARD.width + MARGIN - left);
  const height = Math.max(420, Math.max(...nodes.map((node) => node.y)) + CARD.height + MARGIN - top);
  const spareX = (width - (Math.max(...nodes.map((node) => node.x)) + CARD.width + MARGIN - left)) / 2;
  const spareY = (height - (Math.max(...nodes.map((node) => node.y)) + CARD.height + MARGIN - top)) / 2;
  const faded = (id: string) => visited !== undefined && !visited.has(id);
  // Lines keep about the same weight however large the flow is.
  const weight = Math.max(width / 420, height / 200, 1.6);

  return (
    <svg viewBox={`${left - spareX} ${top - spareY} ${width} ${height}`} preserveAspectRatio="xMidYMid meet" className={cn("size-full", className)} {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}>
      {edges.map(([from, to]) => {
        const a = nodes[from]!;
        const b = nodes[to]!;
        return <path key={`${from}-${to}`} d={curve(a, b)} fill="none" strokeWidth={weight} className={cn("stroke-muted-foreground/45", (faded(a.id) || faded(b.id)) && "opacity-35")} />;
      })}
      {nodes.map((node) => {
        const colour = nodeColour(node.type);
        return (
          <g key={node.id} className={cn(colour.ink, faded(node.id) && "opacity-35")}>
            <rect x={node.x} y={node.y} width={CARD.width} height={CARD.height} rx={18} strokeWidth={weight} className={SHAPES[colour.soft]} />
            {node.start ? <circle cx={node.x} cy={node.y + CARD.height / 2} r={weight * 4.5} className="fill-primary" /> : null}
            <rect x={node.x + 24} y={node.y + 30} width={80} height={16} rx={8} fill="currentColor" opacity={0.75} />
            <rect x={node.x + 24} y={node.y + 66} width={180} height={12} rx={6} fill="currentColor" opacity={0.25} />
            <rect x={node.x + 24} y={node.y + 90} width={130} height={12} rx={6} fill="currentColor" opacity={0.25} />
          </g>
        );
      })}
    </svg>
  );
}

/** The cards' colours for shapes instead of boxes; written out for Tailwind. */
const SHAPES: Record<string, string> = {
  "bg-node-blue": "fill-node-blue stroke-node-blue-line",
  "bg-node-violet": "fill-node-violet stroke-node-violet-line",
  "bg-node-amber": "fill-node-amber stroke-node-amber-line",
  "bg-node-green": "fill-node-green stroke-node-green-line",
  "bg-node-red": "fill-node-red stroke-node-red-line",
  "bg-node-slate": "fill-node-slate stroke-node-slate-line",
  "bg-node-teal": "fill-node-teal stroke-node-teal-line",
  "bg-node-pink": "fill-node-pink stroke-node-pink-line",
};

interface Point { x: number; y: number }

/** From the right edge to the left one where that goes forward, else from below to above. */
function curve(a: Point, b: Point): string {
  const { width, height } = CARD;
  if (b.x > a.x + width * 0.6) {
    const [x1, y1, x2, y2] = [a.x + width, a.y + height / 2, b.x, b.y + height / 2];
    const bend = Math.max(40, (x2 - x1) / 2);
    return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
  }
  const down = b.y >= a.y;
  const [x1, y1, x2, y2] = [a.x + width / 2, down ? a.y + height : a.y, b.x + width / 2, down ? b.y : b.y + height];
  const bend = Math.max(40, Math.abs(y2 - y1) / 2) * (down ? 1 : -1);
  return `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`;
}
