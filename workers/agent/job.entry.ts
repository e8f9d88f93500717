import { defineAgent, type JobContext, type JobProcess } from "@livekit/agents";
import { loadDetector } from "./call/detector";
import { ControlClient } from "./control-client";
import { loadMedia } from "./call/room";
import { serveCall } from "./job";
import { SpeechSupply } from "./speech-supply";

interface Prepared {
  control: ControlClient;
  speech: SpeechSupply;
}

/** What a job process runs: prepared ahead of the call, used for one call, then gone. */
export default defineAgent({
  prewarm: async (proc: JobProcess) => {
    const control = await ControlClient.open();
    // Without the main process nobody supervises this one: leave at once, so that nothing is left behind and the app sends another agent soon.
    control.onLost = () => process.exit(1);
    const speech = new SpeechSupply();
    loadDetector();
    await loadMedia();
    await speech.warmUp();
    Object.assign(proc.userData, { control, speech } satisfies Prepared);
  },
  entry: async (ctx: JobContext) => {
    const { control, speech } = ctx.proc.userData as unknown as Prepared;
    try {
      await serveCall(ctx, control, speech, process.env.PARLEY_DATA ?? ".parley");
    } catch (error) {
      console.error(`A call could not be served: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      ctx.shutdown("the call is over");
    }
  },
});
