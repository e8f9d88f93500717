import type { Brief, JobMetadata } from "@/lib/calls/protocol";
import { Refused, claimCall } from "./app-client";
import { deliverSpools } from "./spool-delivery";

const ATTEMPTS = 6;
const BETWEEN_MS = 500;

/**
 * Briefs of the jobs that this worker has accepted. Claiming starts when the job is accepted, while the job's process is
 * still being picked, so the brief is there when the process asks.
 */
export class Claims {
  private readonly briefs = new Map<string, { callId: string; brief: Promise<Brief> }>();

  constructor(
    private readonly appUrl: string,
    private readonly workerKey: string,
    private readonly spools: string,
  ) {}

  begin(jobId: string, { callId }: JobMetadata): void {
    const brief = this.claim(jobId, callId);
    // Whoever asks gets the error; until then it must not count as unhandled.
    brief.catch(() => {});
    this.briefs.set(jobId, { callId, brief });
    setTimeout(() => this.briefs.delete(jobId), 60_000).unref();
  }

  async get(jobId: string, callId: string): Promise<Brief> {
    const claim = this.briefs.get(jobId);
    if (!claim || claim.callId !== callId) throw new Error("this job was not given that call");
    return claim.brief;
  }

  private async claim(jobId: string, callId: string): Promise<Brief> {
    // What a dead agent of this call left on this disk belongs before what its successor is told.
    await deliverSpools(this.appUrl, this.spools, 1_500, callId).catch(() => 0);
    for (let attempt = 1; ; attempt++) {
      try {
        return await claimCall(this.appUrl, this.workerKey, { callId, jobId });
      } catch (error) {
        if (error instanceof Refused || attempt >= ATTEMPTS) throw error;
        await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
      }
    }
  }
}

/** Metadata of a job as the app wrote it; null when it is not one of ours. */
export function jobMetadata(text: string): JobMetadata | null {
  try {
    const value = JSON.parse(text) as Partial<JobMetadata>;
    return typeof value.callId === "string" && value.callId !== "" ? { callId: value.callId, attempt: Number(value.attempt ?? 1) } : null;
  } catch {
    return null;
  }
}
