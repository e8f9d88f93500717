import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { signOut } from "@/lib/auth";
import { studioMember } from "../load";

export const dynamic = "force-dynamic";

async function leave(): Promise<void> {
  "use server";
  await signOut({ redirectTo: "/sign-in" });
}

/** The signed-in part. Every page asks for its member by itself as well: a layout is not run again for each page. */
export default async function StudioLayout({ children }: { children: ReactNode }) {
  const { name, email, workspaceName } = await studioMember();
  return <Shell member={{ name, email, workspaceName }} signOut={leave}>{children}</Shell>;
}
