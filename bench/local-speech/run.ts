/**
 * How well does local speech understand, how often does it take other speech for an answer, how long does it take?
 * `npx tsx bench/local-speech/run.ts [--quick] [--rows FILE]`; figures of synthetic voices, never to be quoted as accuracy on people.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { NOTHING_EXPECTED } from "@/lib/speech/expectation";
import { wordsOf } from "@/lib/flow/text/words";
import { LocalRecogniser } from "@/workers/agent/speech/recogniser/local-recogniser";
import type { Recognition, Sound } from "@/workers/agent/speech/types";
import { CARRIERS, COMMANDS, STRANGERS } from "./corpus";
import { asTelephone, openVoices, withNoise } from "./voices";

interface Row {
  voice: string;
  condition: string;
  said: string;
  command: string | null;
  seconds: number;
  heard: Recognition;
}

const CONDITIONS: Record<string, (sound: Sound) => Sound> = {
  clean: (sound) => sound,
  telephone: asTelephone,
  "noise 15 dB": (sound) => withNoise(sound, 15),
};

const { values: options } = parseArgs({ options: { rows: { type: "string" }, quick: { type: "boolean", default: false } } });
/** Every sentence, or with `--quick` every third. */
const some = <T>(lines: T[]): T[] => (options.quick ? lines.filter((_, index) => index % 3 === 0) : lines);
const voices = await openVoices();
const recogniser = await LocalRecogniser.start();
await recogniser.expect({ ...NOTHING_EXPECTED, phrases: [...COMMANDS] });

const rows: Row[] = [];
const voiceTimes: number[] = [];
for (const voice of voices.names) {
  const carriers = (command: string, index: number) => CARRIERS[index % CARRIERS.length]!.replace("{}", command);
  const lines = [
    ...COMMANDS.map((command) => ({ said: command as string, command: command as string | null })),
    ...COMMANDS.map((command, index) => ({ said: carriers(command, index), command: command as string | null })).filter(({ said, command }) => said !== command),
    ...STRANGERS.map((said) => ({ said: said as string, command: null })),
  ];
  for (const { said, command } of some(lines)) {
    const startedAt = performance.now();
    const sound = await voices.say(voice, said);
    if (voice.startsWith("flite")) voiceTimes.push(performance.now() - startedAt);
    for (const [condition, change] of Object.entries(CONDITIONS)) {
      const heard = await recogniser.recognise(change(sound));
      rows.push({ voice, condition, said, command, seconds: sound.pcm.length / sound.sampleRate, heard });
    }
  }
}
await Promise.all([recogniser.stop(), voices.stop()]);

// A phrase exit wants the phrase within what was heard.
const isRight = ({ command, heard }: Row) => command !== null && ` ${wordsOf(heard.text).join(" ")} `.includes(` ${wordsOf(command).join(" ")} `);
const percent = (part: number, whole: number) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);
const quantile = (values: number[], share: number) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;

console.log("| voice | heard | bare commands right | with words around | other speech taken for an answer |\n|---|---|---|---|---|");
for (const voice of [...voices.names, "all"]) {
  for (const condition of Object.keys(CONDITIONS)) {
    const mine = rows.filter((row) => (voice === "all" || row.voice === voice) && row.condition === condition);
    const bare = mine.filter((row) => row.command === row.said);
    const around = mine.filter((row) => row.command !== null && row.command !== row.said);
    const other = mine.filter((row) => row.command === null);
    console.log(`| ${voice} | ${condition} | ${percent(bare.filter(isRight).length, bare.length)} | ${percent(around.filter(isRight).length, around.length)} | ${percent(other.filter(({ heard }) => heard.accepted).length, other.length)} |`);
  }
}
const perSecond = rows.map(({ heard, seconds }) => heard.ms / seconds);
console.log(`\nrecognition incl. rejection, ms a second of sound: p50 ${quantile(perSecond, 0.5).toFixed(0)}, p95 ${quantile(perSecond, 0.95).toFixed(0)}`);
console.log(`recognition incl. rejection, ms an utterance of ${(rows.reduce((sum, { seconds }) => sum + seconds, 0) / rows.length).toFixed(1)} s on average: p50 ${quantile(rows.map(({ heard }) => heard.ms), 0.5)}, p95 ${quantile(rows.map(({ heard }) => heard.ms), 0.95)}`);
console.log(`voice, ms an utterance: p50 ${quantile(voiceTimes, 0.5).toFixed(0)}, p95 ${quantile(voiceTimes, 0.95).toFixed(0)}`);
if (options.rows) writeFileSync(options.rows, JSON.stringify(rows));
