import { describe, expect, it } from "vitest";
import { projectCall } from "@/lib/calls/project-call";
import { compile } from "@/lib/flow";
import { positionAt } from "./live-view";
import { TextTry } from "./text-call";
import { frontDesk } from "./testing/documents";

const begin = () => new TextTry(compile(frontDesk()), "2026-11-22T10:00:00.000Z");

describe("trying a flow by text", () => {
  it("is written down as a call: words, path, variables and end", () => {
    const call = begin();
    call.turn({ say: "yes please" });
    call.turn({ say: "Anna" });
    const shown = projectCall(call.events);
    expect(shown.path).toEqual(["welcome", "ask", "bye"]);
    expect(shown.variables.customer_name).toBe("Anna");
    expect(shown.transcript.map((line) => `${line.role}: ${line.text}`)).toEqual(["agent: Hello there", "caller: yes please", "agent: Your name?", "caller: Anna", "agent: Bye Anna"]);
    expect(shown.endReason).toBe("flow_ended");
    expect(call.ended).toBe(true);
    expect(call.events.map((event) => event.seq)).toEqual(call.events.map((_, i) => i));
  });

  it("can be looked at as it was at any moment", () => {
    const call = begin();
    call.turn({ say: "yes" });
    const before = call.events.find((event) => event.type === "heard")!.seq;
    expect(positionAt(call.events, before)).toEqual({ node: "welcome", visited: new Set(["welcome"]), taken: new Set() });
    const now = positionAt(call.events, null);
    expect(now.node).toBe("ask");
    expect(now.taken).toEqual(new Set(["welcome yes"]));
  });

  it("shows what was not understood as such", () => {
    const call = begin();
    call.turn({ say: "mumble", understood: false });
    expect(projectCall(call.events).transcript.find((line) => line.role === "caller")).toMatchObject({ understood: false, text: "" });
  });
});
