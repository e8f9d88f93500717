"use client";

import { useEffect, useState } from "react";
import { useEditor } from "../store/editor-context";
import { useServices, type UnknownWord } from "../store/services";

const none: UnknownWord[] = [];

/** Words of these texts that the local recogniser does not know, in lower case; asked a moment after the last change. */
export function useUnknownWords(texts: readonly string[], enabled: boolean): UnknownWord[] {
  const { unknownWords } = useServices();
  const pronunciations = useEditor((state) => state.document.speech.pronunciations);
  const [found, setFound] = useState<UnknownWord[]>(none);
  const key = texts.join("\n");
  useEffect(() => {
    if (!enabled || key.trim() === "") {
      setFound(none);
      return;
    }
    let gone = false;
    const timer = setTimeout(() => {
      // Without an answer nothing is marked: the words may be fine.
      unknownWords(key.split("\n"), pronunciations).then((words) => { if (!gone) setFound(words); }, () => {});
    }, 350);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [key, enabled, pronunciations, unknownWords]);
  return found;
}
