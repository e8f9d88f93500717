"use client";

import { CopyIcon, DownloadIcon, EllipsisIcon, LinkIcon, PencilIcon, Trash2Icon } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api, messageOf } from "@/components/shell/api";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import { downloadJson } from "./download";
import { ShareDialog } from "./share-dialog";

/** What can be done to an agent from the list. Deleting is undone from the message that follows. */
export function AgentMenu({ agent }: { agent: { id: string; name: string; latestVersion: number | null } }) {
  const router = useRouter();
  const [sharing, setSharing] = useState(false);

  async function attempt(work: () => Promise<void>) {
    try {
      await work();
    } catch (error) {
      toast.error(messageOf(error));
    }
  }

  const duplicate = () => attempt(async () => {
    const copy = await api<{ name: string }>(`/agents/${agent.id}/duplicate`, { method: "POST" });
    toast.success(`Made “${copy.name}”`);
    router.refresh();
  });
  const exportIt = () => attempt(async () => {
    const { document } = await api<{ document: unknown }>(`/agents/${agent.id}`);
    downloadJson(document, agent.name);
  });
  const remove = () => attempt(async () => {
    await api(`/agents/${agent.id}`, { method: "DELETE" });
    router.refresh();
    toast(`Deleted “${agent.name}”`, {
      description: "Its share links do not answer any more. Its calls stay.",
      duration: 12_000,
      action: { label: "Undo", onClick: () => void attempt(async () => {
        await api(`/agents/${agent.id}/restore`, { method: "POST" });
        router.refresh();
      }) },
    });
  });

  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label={`More for ${agent.name}`} className="relative -mt-1 -mr-2 text-muted-foreground"><EllipsisIcon /></Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem asChild><Link href={`/agents/${agent.id}`}><PencilIcon />Edit</Link></DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setSharing(true)}><LinkIcon />Share links…</DropdownMenuItem>
          <DropdownMenuItem onSelect={() => void duplicate()}><CopyIcon />Duplicate</DropdownMenuItem>
          <DropdownMenuItem onSelect={() => void exportIt()}><DownloadIcon />Export as a file</DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem variant="destructive" onSelect={() => void remove()}><Trash2Icon />Delete</DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {sharing ? <ShareDialog agent={agent} onClose={() => setSharing(false)} /> : null}
    </>
  );
}
