import { ArrowLeftIcon, BracesIcon } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { ApiEndpoint } from "@/components/docs/api-endpoint";
import { apiGroups, type OpenApi } from "@/components/docs/api-model";
import { BrandMark } from "@/components/shell/brand";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { openApiDocument } from "@/lib/api/openapi";
import { publicOrigin } from "@/lib/api/origin";

export const metadata: Metadata = { title: "API", description: "What programs can ask of Parley." };
export const dynamic = "force-dynamic";

/** The same description that /api/v1/openapi.json gives to programs, for people. Open to everybody, as that is. */
export default async function ApiPage() {
  const origin = publicOrigin({ headers: await headers(), url: "http://localhost" });
  const document = openApiDocument(origin) as unknown as OpenApi;
  const groups = apiGroups(document);
  return (
    <div className="mx-auto max-w-6xl px-4 pb-20 md:px-8">
      <header className="flex h-16 items-center gap-3">
        <Link href="/agents" aria-label="Parley" className="rounded-md"><BrandMark /></Link>
        <Link href="/settings/api-keys" className="inline-flex items-center gap-1.5 rounded text-sm text-muted-foreground hover:text-foreground"><ArrowLeftIcon className="size-3.5" aria-hidden />API keys</Link>
        <ThemeSwitch className="ml-auto" />
      </header>
      <div className="grid gap-10 lg:grid-cols-[11rem_minmax(0,1fr)]">
        <nav aria-label="Areas" className="hidden lg:block">
          <ul className="sticky top-6 grid gap-1 pt-2 text-sm">
            {groups.map((group) => <li key={group.id}><a href={`#${group.id}`} className="block rounded-md px-2.5 py-1.5 text-muted-foreground hover:bg-accent hover:text-foreground">{group.tag}</a></li>)}
          </ul>
        </nav>
        <main className="min-w-0">
          <div className="flex flex-wrap items-start justify-between gap-4">
            <div>
              <h1 className="text-2xl font-semibold">API</h1>
              <p className="mt-2 max-w-2xl leading-relaxed text-muted-foreground">{withCode(document.info.description ?? "")}</p>
            </div>
            <Button variant="outline" asChild><a href="/api/v1/openapi.json"><BracesIcon />OpenAPI</a></Button>
          </div>
          <pre tabIndex={0} aria-label="An example" className="mt-5 overflow-x-auto rounded-xl border border-border bg-card p-4 font-mono text-xs leading-relaxed shadow-card">{`curl ${origin}/api/v1/agents \\\n  -H "Authorization: Bearer $PARLEY_KEY"`}</pre>
          {groups.map((group) => (
            <section key={group.id} aria-labelledby={group.id} className="mt-9">
              <h2 id={group.id} className="mb-3 scroll-mt-6 text-lg font-semibold">{group.tag}</h2>
              <Card className="overflow-hidden">{group.endpoints.map((endpoint) => <ApiEndpoint key={endpoint.id} endpoint={endpoint} />)}</Card>
            </section>
          ))}
        </main>
      </div>
    </div>
  );
}

/** Text between backticks as code. */
function withCode(text: string) {
  return text.split("`").map((part, index) => (index % 2 ? <code key={index} className="rounded bg-secondary px-1 py-px font-mono text-[0.8125rem]">{part}</code> : part));
}
