/** What is known so far of a model's reply. */
export interface ReplyPiece {
  /** Once, as soon as it is known: the number of the marker, or null when there is none. Never in `speak` mode. */
  choice?: number | null;
  /** Words to speak. */
  speech?: string;
}

const MAYBE_MARKER = /^>\d*$/;
const MARKER = /^>(\d+)(?:\s+|$)/;

/**
 * Reads a model's stream as it comes: `route` mode tells the marker, then the speech; `speak` mode drops a marker at the start. A
 * marker may be split over chunks; nothing is spoken before it is known. A marker that is not at the start counts as none,
 * and is not spoken either.
 */
export function replyParser(mode: "route" | "speak") {
  let buffer = "";
  let known = false;
  /** End of the text that may be the beginning of a misplaced marker. */
  let held = "";
  let said = "";

  const speak = (text: string, final: boolean): string => {
    const atStart = said === "";
    let all = held + text;
    held = "";
    if (!final) {
      // What stands at the end could still grow into a marker.
      const tail = (atStart ? /(?:^|\s+)(?:>\d{0,3})?$/ : /\s+(?:>\d{0,3})?$/).exec(all);
      if (tail) {
        held = all.slice(tail.index);
        all = all.slice(0, tail.index);
      }
    }
    const clean = all.replace(atStart ? /(?:^|\s+)>\d{1,3}(?!\d)/g : /\s+>\d{1,3}(?!\d)/g, "");
    const piece = atStart ? clean.trimStart() : clean;
    said += piece;
    return piece;
  };

  const open = (final: boolean): ReplyPiece => {
    const text = buffer.trimStart();
    if (!final && (text === "" || MAYBE_MARKER.test(text))) return {};
    const marker = MARKER.exec(text);
    known = true;
    buffer = "";
    const choice = marker && marker[1]!.length < 10 ? Number(marker[1]) : null;
    // ">2," is no marker, but it is not to be read aloud either.
    const speech = speak(marker ? text.slice(marker[0].length) : text.replace(/^>\d*[.,:;)\]]?/, ""), final);
    return { ...(mode === "route" ? { choice } : {}), ...(speech ? { speech } : {}) };
  };

  return {
    /** The next chunk of the stream. */
    feed(chunk: string): ReplyPiece {
      if (known) {
        const speech = speak(chunk, false);
        return speech ? { speech } : {};
      }
      buffer += chunk;
      return open(false);
    },
    /** The stream has ended. */
    end(): ReplyPiece {
      if (!known) return open(true);
      const speech = speak("", true);
      return speech ? { speech } : {};
    },
    /** All that is to be spoken so far. */
    get text() {
      return said.trim();
    },
  };
}

/** A whole reply at once. `choice` is null in `speak` mode and when there is no marker. */
export function parseReply(mode: "route" | "speak", raw: string): { choice: number | null; text: string } {
  const parser = replyParser(mode);
  const first = parser.feed(raw);
  const last = parser.end();
  return { choice: first.choice ?? last.choice ?? null, text: parser.text };
}
