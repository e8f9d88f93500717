/** When the stages of a turn were reached, in ms of the driver's clock. */
export interface TurnMarks {
  node: string;
  exit: string | null;
  heardEndAt: number;
  speculatedAt: number;
  recognisedAt: number;
  committedAt: number;
  recogniseMs: number;
  engineMs: number;
}

/**
 * The `turn` event: the caller's last sound, the agent's first, and where the time went. `untilPause`, `recognise` and
 * `engine` run while `endpoint` passes; `endpoint` and `voice` add up to the whole.
 */
export function turnTiming(marks: TurnMarks, audioAt: number) {
  const ms = (value: number) => Math.round(value * 10) / 10;
  return {
    node: marks.node,
    exit: marks.exit,
    heardEndAt: new Date(marks.heardEndAt).toISOString(),
    audioAt: new Date(audioAt).toISOString(),
    latencyMs: Math.round(audioAt - marks.heardEndAt),
    parts: {
      untilPause: ms(marks.speculatedAt - marks.heardEndAt),
      recognise: ms(marks.recogniseMs),
      engine: ms(marks.engineMs),
      endpoint: ms(marks.committedAt - marks.heardEndAt),
      voice: ms(audioAt - marks.committedAt),
    },
  };
}
