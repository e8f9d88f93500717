import { cn } from "@/components/ui/cn";

/** The mark: a voice in five strokes. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={cn("size-7 shrink-0", className)}>
      <rect width="32" height="32" rx="8" className="fill-primary" />
      <path d="M8 14v4M12 11v10M16 7v18M20 11v10M24 14v4" className="stroke-primary-foreground" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  );
}
