import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div role="status" aria-label="Loading agents" className="mx-auto w-full max-w-6xl px-4 py-6 md:px-8 md:py-9">
      <Skeleton className="mb-7 h-8 w-40" />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">{Array.from({ length: 6 }, (_, i) => <Skeleton key={i} className="h-64 rounded-xl" />)}</div>
    </div>
  );
}
