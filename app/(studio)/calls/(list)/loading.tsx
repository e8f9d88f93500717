import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div role="status" aria-label="Loading calls" className="mx-auto w-full max-w-6xl px-4 py-6 md:px-8 md:py-9">
      <Skeleton className="mb-3 h-8 w-32" />
      <Skeleton className="mb-7 h-4 w-80 max-w-full" />
      <Skeleton className="mb-4 h-9 w-full max-w-3xl" />
      <Skeleton className="h-96 rounded-xl" />
    </div>
  );
}
