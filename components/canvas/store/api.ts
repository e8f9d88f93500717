import type { SaveAnswer } from "@/lib/editor/autosave";
import type { FlowDocument } from "@/lib/flow/document/schema";
import type { Problem } from "@/lib/flow/problem";

/** The server understood and said no. */
export class ApiError extends Error {
  constructor(readonly status: number, message: string, readonly type: string | null, readonly problems: Problem[]) {
    super(message);
  }
}

interface Rejection { title?: string; detail?: string; type?: string; problems?: Problem[] }

/** Asks the API with the session cookie. Throws ApiError for an answer that is an error, and TypeError when there is no answer. */
export async function api<T>(path: string, init: { method?: string; body?: unknown; signal?: AbortSignal } = {}): Promise<T> {
  const response = await fetch(`/api/v1${path}`, {
    method: init.method ?? (init.body === undefined ? "GET" : "POST"),
    ...(init.body !== undefined && { body: JSON.stringify(init.body), headers: { "content-type": "application/json" } }),
    ...(init.signal && { signal: init.signal }),
  });
  const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return answer as T;
  const said = (answer ?? {}) as Rejection;
  throw new ApiError(response.status, said.detail ?? said.title ?? `The server answered ${response.status}.`, said.type ?? null, said.problems ?? []);
}

export interface AgentAnswer { id: string; name: string; revision: number; latestVersion: number | null; document: FlowDocument }
export interface VersionAnswer { number: number; note: string; createdAt: string; createdBy: string | null }

export const getAgent = (id: string) => api<AgentAnswer>(`/agents/${id}`);
export const listVersions = (id: string) => api<{ items: VersionAnswer[] }>(`/agents/${id}/versions`);
export const getVersion = (id: string, number: number) => api<VersionAnswer & { document: FlowDocument }>(`/agents/${id}/versions/${number}`);

/** Saves the draft. An error that may pass by itself (no network, the server restarting, signed out in another tab) is thrown. */
export async function putDraft(id: string, document: FlowDocument, revision: number): Promise<SaveAnswer> {
  try {
    const saved = await api<{ revision: number }>(`/agents/${id}`, { method: "PUT", body: { document, revision } });
    return { kind: "saved", revision: saved.revision };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 409) {
      const theirs = await getAgent(id);
      return { kind: "conflict", theirs: { document: theirs.document, revision: theirs.revision } };
    }
    if ([401, 408, 425, 429].includes(error.status) || error.status >= 500) throw error;
    const first = error.problems[0];
    return { kind: "refused", message: first ? `${first.message} ${first.fix}` : error.message };
  }
}
