import { ParleyError } from "@/lib/errors";

const PER_MINUTE = Number(process.env.PARLEY_REQUESTS_PER_MINUTE) || 1500;
const buckets = new Map<string, { tokens: number; at: number }>();

/**
 * Keeps one key or member from taking the whole machine: a bucket of a minute's requests that refills steadily. In memory,
 * because it only has to be about right. @throws ParleyError too_many_requests
 */
export function throttle(who: string, now = Date.now()): void {
  if (buckets.size > 10_000) buckets.clear();
  const bucket = buckets.get(who) ?? { tokens: PER_MINUTE, at: now };
  bucket.tokens = Math.min(PER_MINUTE, bucket.tokens + ((now - bucket.at) / 60_000) * PER_MINUTE);
  bucket.at = now;
  buckets.set(who, bucket);
  if (bucket.tokens < 1) throw new ParleyError("too_many_requests", "Too many requests. Slow down a little.", { retryAfterSeconds: 2 });
  bucket.tokens -= 1;
}
