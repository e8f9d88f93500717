"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { startTransition, useEffect } from "react";
import { Button } from "@/components/ui/button";
import { Message } from "./message";

/** As app/load.ts marks it. */
const DATABASE_AWAY = "database-away";
const LOOK_AGAIN_MS = 4000;

/** What went wrong and what to do. A database that is away comes back by itself, so the page looks again on its own. */
export function ErrorMessage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter();
  const away = error.digest === DATABASE_AWAY;

  useEffect(() => {
    if (!away) return;
    const timer = setTimeout(() => startTransition(() => {
      router.refresh();
      reset();
    }), LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [away, router, reset, error]);

  const again = () => startTransition(() => {
    router.refresh();
    reset();
  });
  if (away) {
    return (
      <Message title="The database does not answer" action={<Button onClick={again}>Try now</Button>}>
        <p role="status">Calls that run go on. This page tries again every few seconds. If it stays like this, look at where Parley was started.</p>
      </Message>
    );
  }
  return (
    <Message title="Something went wrong" action={<><Button onClick={again}>Try again</Button><Button variant="outline" asChild><Link href="/agents">To your agents</Link></Button></>}>
      <p>The page could not be shown. Nothing that was saved is lost.{error.digest ? ` In the log of the web app this is number ${error.digest}.` : ""}</p>
    </Message>
  );
}
