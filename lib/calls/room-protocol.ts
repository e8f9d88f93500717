/** What the caller's page and the agent say to each other in the room. No imports: the caller's page loads this on a phone. */

/** Participant attribute that the agent sets for the caller's page: what it is doing. */
export const AGENT_STATE_ATTRIBUTE = "parley.state"; // "starting" | "listening" | "thinking" | "speaking" | "ended"
/** Data topic by which the caller's page sends keys (JSON {"keys":"1"}); SIP DTMF events arrive too. Typed text arrives on `lk.chat`. */
export const KEYS_TOPIC = "parley.keys";
