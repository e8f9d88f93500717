/** What the product says of the speech that needs no key, and the voices it has. Data, so that the pages say the same. */
export const LOCAL_VOICES = [
  { id: "slt", name: "Slt – woman, American" },
  { id: "rms", name: "Rms – man, American" },
  { id: "awb", name: "Awb – man, Scottish" },
  { id: "kal16", name: "Kal – man, American, plain" },
] as const;

export const LOCAL_SPEECH_LIMITS =
  "Speech on this computer needs no key and costs nothing. It understands short answers that the flow expects – your phrases, yes and no, numbers, dates, times, choices – and says so when it did not understand. It is English only. For free conversation, other languages and natural voices, add a provider.";
