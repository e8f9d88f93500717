/** What local speech can do, said plainly wherever somebody chooses it: editor, problems list, settings, README. */
export const LOCAL_SPEECH_LIMITS = {
  short: "Works without a key. Understands short, expected English answers, not free speech.",
  paragraph:
    "Speech on this computer needs no key and costs nothing. It understands short answers that the flow expects – your phrases, yes and no, numbers, dates, times, choices – and says so when it did not understand. It is English only. For free conversation, other languages and natural voices, add a provider.",
  listens: [
    "Understands what the step expects: the phrases of its exits, yes and no, choices, numbers, dates, times and phone numbers, with a few words around them.",
    "Everything else comes out as “not understood” and takes the otherwise exit.",
    "For free text it knows common first and last names and spelled letters, nothing more.",
    "Is made for English; strong accents, noise and children's voices are understood less well.",
  ],
  speaks: ["Four English voices. They are clear, but sound like a machine."],
  provider: "A speech provider understands free speech in many languages and sounds natural. Enter one in Settings.",
} as const;
