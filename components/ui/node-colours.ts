/** The eight colours a node type may have (`NodeForm.colour`), as classes. Written out because Tailwind only keeps class names that it can read. */
export const NODE_COLOURS = {
  blue: { card: "bg-node-blue border-node-blue-line", ink: "text-node-blue-ink", soft: "bg-node-blue", line: "border-node-blue-line", solid: "bg-node-blue-ink" },
  violet: { card: "bg-node-violet border-node-violet-line", ink: "text-node-violet-ink", soft: "bg-node-violet", line: "border-node-violet-line", solid: "bg-node-violet-ink" },
  amber: { card: "bg-node-amber border-node-amber-line", ink: "text-node-amber-ink", soft: "bg-node-amber", line: "border-node-amber-line", solid: "bg-node-amber-ink" },
  green: { card: "bg-node-green border-node-green-line", ink: "text-node-green-ink", soft: "bg-node-green", line: "border-node-green-line", solid: "bg-node-green-ink" },
  red: { card: "bg-node-red border-node-red-line", ink: "text-node-red-ink", soft: "bg-node-red", line: "border-node-red-line", solid: "bg-node-red-ink" },
  slate: { card: "bg-node-slate border-node-slate-line", ink: "text-node-slate-ink", soft: "bg-node-slate", line: "border-node-slate-line", solid: "bg-node-slate-ink" },
  teal: { card: "bg-node-teal border-node-teal-line", ink: "text-node-teal-ink", soft: "bg-node-teal", line: "border-node-teal-line", solid: "bg-node-teal-ink" },
  pink: { card: "bg-node-pink border-node-pink-line", ink: "text-node-pink-ink", soft: "bg-node-pink", line: "border-node-pink-line", solid: "bg-node-pink-ink" },
} as const;

export type NodeColour = keyof typeof NODE_COLOURS;
