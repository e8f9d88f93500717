import { ArrowLeftIcon } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "@/components/shell/page";
import { studioMember } from "../../../load";
import { StartingPoints } from "../starting-points";

export const metadata: Metadata = { title: "New agent" };

export default async function NewAgentPage() {
  await studioMember("/agents/new");
  return (
    <Page
      title="Pick a starting point"
      description="Each of these works at once, with no key and no account anywhere. Change it as you like."
      back={<Link href="/agents" className="inline-flex items-center gap-1.5 rounded text-muted-foreground hover:text-foreground"><ArrowLeftIcon className="size-3.5" aria-hidden />Agents</Link>}
    >
      <StartingPoints />
    </Page>
  );
}
