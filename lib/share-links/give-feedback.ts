import { roomOfCallerToken } from "@/lib/calls/livekit";
import { db } from "@/lib/db";
import { ParleyError } from "@/lib/errors";
import { findShareLink } from "./resolve-share-link";

/** Stores the caller's thumb for its own call; the last one counts. @throws ParleyError unauthorized */
export async function giveFeedback(linkToken: string, input: { callId: string; token: string; thumbs: "up" | "down"; text?: string }): Promise<void> {
  const link = await findShareLink(linkToken);
  const room = await roomOfCallerToken(input.token);
  const { count } = link && room
    ? await db().call.updateMany({ where: { id: input.callId, room, shareLinkId: link.id }, data: { feedback: input.thumbs, feedbackText: input.text ?? null } })
    : { count: 0 };
  if (count === 0) throw new ParleyError("unauthorized", "This is not your call.");
}
