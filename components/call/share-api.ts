import { CallRefused } from "./problems";
import type { CallCredentials, CallProblem } from "./types";

/** The end of a problem's `type` is its stable code. */
export function problemCode(details: { type?: unknown } | null): string {
  return typeof details?.type === "string" ? (details.type.split(/[/#:]/).at(-1) ?? "").replace(/-/g, "_") : "";
}

/** Why a share link gives no call, in the caller's words. Kinds that begin with "link-" will not go away by trying again. */
export function linkProblem(code: string, status: number): CallProblem {
  switch (code) {
    case "passcode_needed":
      return { kind: "passcode", title: "That passcode is not right.", whatToDo: "Check it and try again." };
    case "link_off":
      return { kind: "link-off", title: "This line is closed", whatToDo: "Its owner has switched it off. Ask whoever gave you the link." };
    case "link_expired":
      return { kind: "link-expired", title: "This link has expired", whatToDo: "Ask whoever gave it to you for a new one." };
    case "link_used_up":
      return { kind: "link-used-up", title: "This link has been used up", whatToDo: "It allowed a certain number of calls, and all of them were made. Ask whoever gave it to you for a new one." };
    case "link_busy":
      return { kind: "busy", title: "All lines are busy", whatToDo: "Please try again in a minute." };
    case "agent_not_published":
      return { kind: "link-off", title: "Nobody answers here yet", whatToDo: "The agent behind this link is not published. Ask whoever gave you the link." };
    case "origin_not_allowed":
      return { kind: "link-off", title: "This call cannot be made from this website", whatToDo: "Open the link by itself." };
    case "not_found":
      return { kind: "link-unknown", title: "This link leads nowhere", whatToDo: "Perhaps a part of the address got lost. Check it, or ask whoever gave it to you." };
    case "too_many_requests":
      return { kind: "too-many", title: "Too many attempts", whatToDo: "Please wait a minute and try again." };
    default:
      return status >= 500
        ? { kind: "server", title: "The service is not available at the moment", whatToDo: "Please try again in a minute." }
        : { kind: "refused", title: "The call could not be started", whatToDo: "Reload the page and try again." };
  }
}

/** Asks for a call on a share link. @throws CallRefused with what to tell the caller; TypeError when the network is away */
export async function startSharedCall(token: string, passcode?: string): Promise<CallCredentials> {
  const answer = await fetch(`/api/share/${encodeURIComponent(token)}/start`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(passcode ? { passcode } : {}),
  });
  const body = (await answer.json().catch(() => null)) as (CallCredentials & { type?: string }) | null;
  if (!answer.ok || !body) throw new CallRefused(linkProblem(problemCode(body), answer.status));
  return { callId: body.callId, serverUrl: body.serverUrl, token: body.token };
}

/** Sends the two thumbs; `token` is the call's own and proves that it was the sender's call. Answers whether it arrived. */
export async function sendFeedback(linkToken: string, feedback: { callId: string; token: string; thumbs: "up" | "down" }): Promise<boolean> {
  try {
    const answer = await fetch(`/api/share/${encodeURIComponent(linkToken)}/feedback`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(feedback) });
    return answer.ok;
  } catch {
    return false;
  }
}
