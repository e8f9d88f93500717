import type { Brief } from "@/lib/calls/protocol";
import { NOTHING_EXPECTED } from "@/lib/speech/expectation";
import type { SpeechParts } from "./call/parts";
import { LocalVoice, localVoiceWith } from "./speech/flite/local-voice";
import { LocalRecogniser } from "./speech/recogniser/local-recogniser";

/** Local speech is started before the call is known, so that it answers at full speed from the first word. */
export class SpeechSupply {
  private voice: LocalVoice | null = null;
  private recogniser: LocalRecogniser | null = null;

  async warmUp(): Promise<void> {
    const [voice, recogniser] = await Promise.all([LocalVoice.start(), LocalRecogniser.start()]);
    // The first sentence and the first words are slow; better now than in a call.
    const sound = await voice.synthesize({ text: "Yes, please." });
    await recogniser.expect({ ...NOTHING_EXPECTED, yesNo: true });
    await recogniser.recognise(sound);
    [this.voice, this.recogniser] = [voice, recogniser];
  }

  async partsFor(brief: Brief): Promise<SpeechParts> {
    const local = this.voice ?? (await LocalVoice.start());
    const recogniser = this.recogniser ?? (await LocalRecogniser.start());
    const tts = brief.plan.speech.tts;
    recogniser.setRespellings(brief.plan.speech.pronunciations.map(({ word, soundsLike }) => ({ word, soundsLike })));
    return {
      recogniser,
      voice: (choice) => localVoiceWith(local, { ...(choice?.voice ?? tts.voice ? { voice: choice?.voice ?? tts.voice ?? "slt" } : {}), speed: choice?.speed ?? tts.speed ?? 1 }),
      model: () => null,
      stop: async () => {
        await Promise.all([local.stop(), recogniser.stop()]);
      },
    };
  }
}
