import { notFound } from "next/navigation";
import { cache } from "react";
import { isDatabaseOutage } from "@/lib/db/outage";
import { ParleyError } from "@/lib/errors";
import { requireMember, type Member } from "@/lib/teams/current-member";

/** In production a page's error reaches the browser as its digest only, so what the error page needs to know is in there. */
export const DATABASE_AWAY = "database-away";

/** Awaits what a page reads. What is not there becomes the not-found page; a database that is away gets its own error page. */
export async function load<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ParleyError && error.code === "not_found") notFound();
    if (isDatabaseOutage(error)) throw Object.assign(new Error("The database is away", { cause: error }), { digest: DATABASE_AWAY });
    throw error;
  }
}

/** Who is signed in; others go to the sign-in page and come back to `returnTo`. Asked once a request. */
export const studioMember = cache((returnTo?: string): Promise<Member> => load(requireMember(returnTo)));
