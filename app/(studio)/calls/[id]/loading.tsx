import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div role="status" aria-label="Loading the call" className="mx-auto w-full max-w-6xl px-4 py-6 md:px-8 md:py-9">
      <Skeleton className="mb-7 h-8 w-56" />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]"><Skeleton className="h-[32rem] rounded-xl" /><Skeleton className="h-80 rounded-xl" /></div>
    </div>
  );
}
