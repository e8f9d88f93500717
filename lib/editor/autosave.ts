import type { FlowDocument } from "@/lib/flow/document/schema";
import { canonicalJson } from "@/lib/flow/text/canonical-json";

/** What the server said to a save. */
export type SaveAnswer =
  | { kind: "saved"; revision: number }
  /** Somebody else saved since; `theirs` is what the server has. */
  | { kind: "conflict"; theirs: { document: FlowDocument; revision: number } }
  /** The server understood and said no; trying the same again is pointless. */
  | { kind: "refused"; message: string };

/** The working copy as it is kept on this device. `base` is the revision that it was made from. */
export interface LocalCopy { document: FlowDocument; base: number; drafts: Record<string, string> }

export type SaveState =
  | { kind: "saved" }
  | { kind: "saving" }
  | { kind: "offline"; retryInMs: number }
  | { kind: "conflict"; theirs: { document: FlowDocument; revision: number } }
  | { kind: "refused"; message: string };

export interface AutosaveOptions {
  revision: number;
  /** Sends the document; throws (or rejects) when the server cannot be reached. */
  put: (document: FlowDocument, revision: number) => Promise<SaveAnswer>;
  /** Keeps the copy on this device; null: the server has it all, forget it. Called at every change, so it must be quick. */
  keep: (copy: LocalCopy | null) => void;
  onState: (state: SaveState) => void;
  /** Pause in typing after which it saves, ms. */
  delayMs?: number;
  /** First and longest wait before trying again, ms. */
  retryMs?: { first: number; longest: number };
}

/**
 * Saves a document some time after its last change. One request at a time; while it is under way changes wait and go with the next.
 * The copy on this device is written before anything is sent and removed only when the server has that very document.
 */
export class Autosave {
  private revision: number;
  private wanted: { document: FlowDocument; drafts: Record<string, string> } | null = null;
  private sending = false;
  private stopped = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wait: number;
  private state: SaveState = { kind: "saved" };
  private readonly delayMs: number;
  private readonly retryMs: { first: number; longest: number };

  constructor(private readonly options: AutosaveOptions) {
    this.revision = options.revision;
    this.delayMs = options.delayMs ?? 600;
    this.retryMs = options.retryMs ?? { first: 1000, longest: 30_000 };
    this.wait = this.retryMs.first;
  }

  /** The revision that the server last confirmed. */
  get base(): number { return this.revision; }
  /** Is anything not yet on the server? */
  get pending(): boolean { return this.wanted !== null || this.sending; }

  /** The document changed. `drafts`: fields that are half typed and not in the document yet. */
  change(document: FlowDocument, drafts: Record<string, string>): void {
    this.wanted = { document, drafts };
    this.options.keep({ document, base: this.revision, drafts });
    if (this.state.kind === "conflict") return;
    if (this.state.kind !== "offline") this.setState({ kind: "saving" });
    if (!this.sending) this.schedule(this.delayMs);
  }

  /** Only a half-typed field changed: kept here, nothing to send. */
  keepDrafts(document: FlowDocument, drafts: Record<string, string>): void {
    if (this.wanted) this.wanted = { document, drafts };
    this.options.keep(this.pending || Object.keys(drafts).length > 0 ? { document, base: this.revision, drafts } : null);
  }

  /** Saves now: before publishing or talking, when the network is back, when the page is hidden. True when the server has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.sending) await new Promise<void>((done) => this.waiting.push(done));
    if (this.wanted && this.state.kind !== "conflict") await this.send();
    return !this.pending;
  }
  private readonly waiting: (() => void)[] = [];

  /** The person chose between two versions, or a newer one was loaded: go on from `revision`, with this document if it is still to be saved. */
  resolve(revision: number, mine: { document: FlowDocument; drafts: Record<string, string> } | null): void {
    this.revision = revision;
    this.wanted = mine;
    this.setState({ kind: mine ? "saving" : "saved" });
    this.options.keep(mine ? { ...mine, base: revision } : null);
    if (mine) this.schedule(0);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => void this.send(), ms);
  }

  private async send(): Promise<void> {
    const sent = this.wanted;
    if (!sent || this.sending) return;
    clearTimeout(this.timer);
    this.sending = true;
    try {
      const answer = await this.options.put(sent.document, this.revision);
      this.sending = false;
      this.wait = this.retryMs.first;
      if (answer.kind === "saved") this.saved(answer.revision, sent);
      else if (answer.kind === "conflict") this.setState(answer);
      else this.refused(answer, sent);
    } catch {
      this.sending = false;
      this.setState({ kind: "offline", retryInMs: this.wait });
      this.schedule(this.wait);
      this.wait = Math.min(this.wait * 2, this.retryMs.longest);
    } finally {
      this.sending = false;
      for (const done of this.waiting.splice(0)) done();
    }
  }

  private saved(revision: number, sent: { document: FlowDocument; drafts: Record<string, string> }): void {
    this.revision = revision;
    if (this.wanted?.document !== sent.document) {
      this.options.keep({ ...this.wanted!, base: revision });
      this.setState({ kind: "saving" });
      this.schedule(this.delayMs);
      return;
    }
    const { document, drafts } = this.wanted;
    this.wanted = null;
    this.options.keep(Object.keys(drafts).length > 0 ? { document, base: revision, drafts } : null);
    this.setState({ kind: "saved" });
  }

  private refused(answer: { kind: "refused"; message: string }, sent: { document: FlowDocument }): void {
    this.setState(answer);
    // What was typed since may be fine: the next change tries again; the refused one stays on this device.
    if (this.wanted && this.wanted.document !== sent.document) this.schedule(this.delayMs);
  }

  private setState(state: SaveState): void {
    this.state = state;
    this.options.onState(state);
  }
}

/**
 * Which document to open: the server's, or the copy on this device that never reached it. A copy made from an older revision than the
 * server's is a conflict that the person decides.
 */
export function openingDocument(server: { document: FlowDocument; revision: number }, copy: LocalCopy | null):
  | { kind: "server" }
  /** Only half-typed fields: there is nothing to save. */
  | { kind: "drafts"; copy: LocalCopy }
  | { kind: "restore"; copy: LocalCopy }
  | { kind: "conflict"; copy: LocalCopy } {
  if (!copy) return { kind: "server" };
  if (canonicalJson(copy.document) === canonicalJson(server.document)) {
    return Object.keys(copy.drafts).length > 0 ? { kind: "drafts", copy: { ...copy, base: server.revision } } : { kind: "server" };
  }
  return copy.base === server.revision ? { kind: "restore", copy } : { kind: "conflict", copy };
}
