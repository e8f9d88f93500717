import { fileURLToPath } from "node:url";
import createModule, { type Config, type Decoder as RawDecoder } from "soundswallower";

/** Sound for the decoder: mono, Float32 from -1 to 1, at this rate. The acoustic model is made for telephones. */
export const DECODER_SAMPLE_RATE = 8000;

/** The parts of soundswallower that its types do not show. Scores come from here, so its version is pinned. */
interface RawModule {
  HEAP32: Int32Array;
  HEAPU8: Uint8Array;
  Decoder: new (config: Config) => RawDecoder & { cdecoder: number; init_dict: () => Promise<void> };
  _malloc(bytes: number): number;
  _free(address: number): void;
  _decoder_add_word(decoder: number, word: number, phones: number, update: 0 | 1): number;
  _s3file_init(address: number, bytes: number): number;
  _decoder_init_dict_s3file(decoder: number, words: number, fillers: number): number;
  _decoder_hyp(decoder: number, score: number): number;
}

export interface Decoded {
  /** Words of the grammar, "" when nothing fits. */
  text: string;
  /** Log-likelihood of the best path; only to be compared with another decoder's for the same sound. */
  score: number;
}

/** A word and one way to say it, in the phones of the model: ["read", "R EH D"]. */
export type Pronounced = [word: string, phones: string];

export interface DecoderSettings {
  config: Config;
  words: Pronounced[];
  /** Words without influence on their neighbours' sounds: silence, noise, and the phones of the rejection loop. */
  fillers: Pronounced[];
}

/** One PocketSphinx decoder. Blocks while it works: use it in a thread of its own. */
export class Decoder {
  #known = new Set<string>();

  private constructor(
    private readonly module: RawModule,
    private readonly raw: InstanceType<RawModule["Decoder"]>,
    private readonly scoreAddress: number,
  ) {}

  /** Loads the English model with only these words. A whole dictionary would cost 130 ms and 40 MB more. */
  static async load({ config, words, fillers }: DecoderSettings): Promise<Decoder> {
    const modelBase = fileURLToPath(new URL("./model/", import.meta.resolve("soundswallower")));
    // Errors of the decoder are answers here ("nothing fits the grammar"), not news for a log.
    const quiet = { modelBase, print: () => undefined, printErr: () => undefined };
    const module = (await createModule(quiet as never)) as unknown as RawModule;
    const raw = new module.Decoder({ samprate: DECODER_SAMPLE_RATE, loglevel: "ERROR", lw: 1, ...config });
    raw.init_dict = async () => {
      const file = (entries: Pronounced[]) => {
        const bytes = new TextEncoder().encode(entries.map((entry) => `${entry.join(" ")}\n`).join(""));
        const address = module._malloc(bytes.length);
        module.HEAPU8.set(bytes, address);
        return module._s3file_init(address, bytes.length);
      };
      if (module._decoder_init_dict_s3file(raw.cdecoder, file(words), file(fillers)) === 0) throw new Error("The recogniser's words could not be loaded.");
    };
    await raw.initialize();
    const decoder = new Decoder(module, raw, module._malloc(4));
    for (const [word] of words) decoder.#known.add(word);
    return decoder;
  }

  /** Takes words into the vocabulary; those it has already are left as they are. Further ways to say one are `word(2)`. */
  addWords(words: Pronounced[]): void {
    for (const [word, phones] of words) {
      if (this.#known.has(word)) continue;
      // Not the package's `add_words`: after each list it builds the present grammar anew, which can take a second.
      const wordAddress = this.#copyText(word);
      const phonesAddress = this.#copyText(phones);
      const id = this.module._decoder_add_word(this.raw.cdecoder, wordAddress, phonesAddress, 0);
      this.module._free(wordAddress);
      this.module._free(phonesAddress);
      if (id < 0) throw new Error(`The recogniser does not take "${word}" as ${phones}.`);
      this.#known.add(word);
    }
  }

  #copyText(text: string): number {
    const bytes = new TextEncoder().encode(`${text}\0`);
    const address = this.module._malloc(bytes.length);
    this.module.HEAPU8.set(bytes, address);
    return address;
  }

  /** What may be said from the next utterance on. Every word must be known. */
  setGrammar(jsgf: string): void {
    this.raw.set_grammar(jsgf);
  }

  /** Decodes a whole utterance at once; that way its own loudness and channel are known before the first frame. */
  decode(samples: Float32Array): Decoded {
    this.raw.start();
    try {
      this.raw.process_audio(samples, false, true);
    } finally {
      this.raw.stop();
    }
    const found = this.module._decoder_hyp(this.raw.cdecoder, this.scoreAddress);
    const score = this.module.HEAP32[this.scoreAddress >> 2]!;
    return { text: found ? this.raw.get_text() : "", score };
  }
}
