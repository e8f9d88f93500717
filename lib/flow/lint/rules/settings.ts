import type { ProviderChoice } from "../../document/schema";
import type { Problem } from "../../problem";
import { isTimezone } from "../../values/calendar";
import type { LintContext } from "../context";

/** The flow's settings: time zone, providers, speech-to-speech. */
export function settingRules({ document, providers }: LintContext): Problem[] {
  const problems: Problem[] = [];
  if (document.timezone !== undefined && !isTimezone(document.timezone)) {
    problems.push({ field: "timezone", severity: "error", rule: "unknown-timezone", message: `There is no time zone "${document.timezone}".`, fix: 'Choose one like "Europe/Berlin" or "America/New_York".', autofix: { label: "Use the caller's time zone", patch: [{ op: "remove", path: ["timezone"] }] } });
  }
  if (document.speech.mode === "realtime" && !document.speech.realtime) problems.push({ field: "speech.realtime", severity: "error", rule: "no-model", message: "A speech-to-speech model is to hold the call, but none is chosen.", fix: "Choose one, or use separate recogniser, model and voice." });
  if (providers) {
    const known = new Set(["local", ...providers]);
    const check = (choice: ProviderChoice | undefined, field: string, node?: string) => {
      if (choice && !known.has(choice.provider)) problems.push({ ...(node ? { node } : {}), field, severity: "warning", rule: "unknown-provider", message: `The provider "${choice.provider}" is not set up in this workspace. Calls fail until it is.`, fix: `Add "${choice.provider}" under Settings, Providers, or choose another one.` });
    };
    for (const part of ["stt", "llm", "tts", "realtime"] as const) {
      check(document.speech[part], `speech.${part}.provider`);
      for (const node of document.nodes) check(node.speech?.[part], `speech.${part}.provider`, node.id);
    }
  }
  return problems;
}
