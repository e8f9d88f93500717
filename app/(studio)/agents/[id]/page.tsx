import type { Metadata } from "next";
import { load, studioMember } from "@/app/load";
import { Editor } from "@/components/canvas/editor";
import { getAgent } from "@/lib/agents/get-agent";
import { unknownWords } from "./actions";

interface Props { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const member = await studioMember(`/agents/${id}`);
  return { title: (await load(getAgent(member, id))).name };
}

/** The editor of one agent. */
export default async function AgentPage({ params }: Props) {
  const { id } = await params;
  const member = await studioMember(`/agents/${id}`);
  const { name, revision, latestVersion, document } = await load(getAgent(member, id));
  return <Editor agent={{ id, name, revision, latestVersion, document }} canEdit={member.role !== "viewer"} services={{ unknownWords }} />;
}
