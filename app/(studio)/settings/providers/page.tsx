import type { Metadata } from "next";
import { LocalSpeechCard } from "@/components/settings/local-speech-card";
import { ProviderList } from "@/components/settings/provider-list";
import { listCredentials } from "@/lib/credentials/list-credentials";
import { load, studioMember } from "../../../load";

export const metadata: Metadata = { title: "Providers" };

export default async function ProvidersPage() {
  const member = await studioMember("/settings/providers");
  const providers = await load(listCredentials(member));
  return (
    <>
      <LocalSpeechCard />
      <ProviderList providers={providers} canChange={member.role === "owner" || member.role === "admin"} />
    </>
  );
}
