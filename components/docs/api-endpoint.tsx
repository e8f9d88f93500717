import { cn } from "@/components/ui/cn";
import type { Endpoint, Row } from "./api-model";

const METHODS: Record<string, string> = {
  GET: "bg-node-blue text-node-blue-ink",
  POST: "bg-node-green text-node-green-ink",
  PUT: "bg-node-amber text-node-amber-ink",
  PATCH: "bg-node-amber text-node-amber-ink",
  DELETE: "bg-node-red text-node-red-ink",
};

/** One endpoint: closed it is a line, open it says what goes in and what comes out. */
export function ApiEndpoint({ endpoint }: { endpoint: Endpoint }) {
  return (
    <details id={endpoint.id} className="group scroll-mt-6 border-b border-border last:border-0">
      <summary className="flex list-none flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 hover:bg-accent/60 sm:px-5 [&::-webkit-details-marker]:hidden">
        <span className={cn("w-16 shrink-0 rounded-md py-0.5 text-center font-mono text-[0.6875rem] font-semibold", METHODS[endpoint.method] ?? "bg-secondary")}>{endpoint.method}</span>
        <code className="font-mono text-[0.8125rem] break-all">{endpoint.path}</code>
        <span className="w-full text-sm text-muted-foreground sm:ml-auto sm:w-auto sm:max-w-[45%] sm:text-right">{endpoint.summary}</span>
      </summary>
      <div className="grid gap-4 px-4 pt-1 pb-5 sm:px-5 sm:pl-24">
        <p className="text-[0.8125rem] text-muted-foreground">{endpoint.open ? "Needs no key." : "Needs a key, or a signed-in member."}</p>
        {endpoint.parameters.length > 0 ? <Part title="In the address"><Rows rows={endpoint.parameters} /></Part> : null}
        {endpoint.body ? <Part title={endpoint.body.optional ? "Body (may be left out)" : "Body"}><Rows rows={endpoint.body.rows} fallback={endpoint.body.type} /></Part> : null}
        {endpoint.answer ? <Part title={`Answer ${endpoint.answer.status}`}><Rows rows={endpoint.answer.rows} fallback={endpoint.answer.type} /></Part> : null}
        {endpoint.errors.length > 0 ? (
          <Part title="Errors">
            <ul className="grid gap-1 text-[0.8125rem]">{endpoint.errors.map((error) => <li key={error.status} className="flex gap-3"><code className="w-10 shrink-0 font-mono text-xs leading-5 text-muted-foreground">{error.status}</code>{error.text}</li>)}</ul>
          </Part>
        ) : null}
      </div>
    </details>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <h3 className="mb-1.5 text-xs font-semibold text-muted-foreground">{title}</h3>
      {children}
    </div>
  );
}

function Rows({ rows, fallback }: { rows: Row[]; fallback?: string }) {
  if (rows.length === 0) return <code className="font-mono text-xs">{fallback}</code>;
  return (
    <dl className="grid gap-1">
      {rows.map((row) => (
        <div key={`${row.where}-${row.name}`} className="grid gap-x-4 text-[0.8125rem] sm:grid-cols-[12rem_minmax(0,1fr)]">
          <dt className="font-mono text-xs leading-5">{row.name}{row.required ? "" : <span className="text-muted-foreground" title="may be left out">?</span>}</dt>
          <dd className="font-mono text-xs leading-5 break-words text-muted-foreground">{row.type}</dd>
        </div>
      ))}
    </dl>
  );
}
