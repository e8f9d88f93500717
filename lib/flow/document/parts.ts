import { z } from "zod";

/** Pieces of the document that nodes and the document itself share. FLOW.md in words; limits keep a hostile document small. */
export const idSchema = z.string().min(1).max(64).regex(/^(?!__proto__$)[A-Za-z0-9_-]+$/, "An id may only have letters, digits, - and _");
export const textSchema = z.string().max(8000);
export const variableNameSchema = z.string().min(1).max(64).regex(/^(?!__proto__$)[A-Za-z_][A-Za-z0-9_]*$/, "A variable's name starts with a letter and has only letters, digits and _");

export const VARIABLE_TYPES = ["text", "number", "boolean", "choice", "date", "time", "phone", "email"] as const;
export type VariableType = (typeof VARIABLE_TYPES)[number];

export const variableSchema = z.strictObject({
  name: variableNameSchema,
  type: z.enum(VARIABLE_TYPES).default("text"),
  description: z.string().max(500).default(""),
  default: z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]).default(null),
  /** For `choice`: what may be chosen. */
  choices: z.array(z.string().min(1).max(200)).max(200).optional(),
});
export type Variable = z.infer<typeof variableSchema>;

/** Who listens, thinks or talks: `{provider: "local"}` or a provider of the workspace's settings. */
export const providerChoiceSchema = z.strictObject({
  provider: z.string().min(1).max(64),
  model: z.string().max(200).optional(),
  language: z.string().max(35).optional(),
  voice: z.string().max(200).optional(),
  speed: z.number().min(0.5).max(2).optional(),
  temperature: z.number().min(0).max(2).optional(),
  options: z.record(z.string(), z.unknown()).optional(),
});
export type ProviderChoice = z.infer<typeof providerChoiceSchema>;

export const speechSchema = z.strictObject({
  mode: z.enum(["pipeline", "realtime"]).default("pipeline"),
  stt: providerChoiceSchema.default({ provider: "local" }),
  llm: providerChoiceSchema.optional(),
  tts: providerChoiceSchema.default({ provider: "local", voice: "slt", speed: 1 }),
  realtime: providerChoiceSchema.optional(),
  /** How words sound that the recogniser or the voice does not know: known words ("par lee") or ARPABET ("P AA R L IY"). */
  pronunciations: z.array(z.strictObject({ word: z.string().min(1).max(100), soundsLike: z.string().min(1).max(200) })).max(500).default([]),
});
export type SpeechSettings = z.infer<typeof speechSchema>;

/** A node's own choices; what is absent is the flow's. Spelled out because `.partial()` would fill in the defaults and so override everything. */
export const speechOverrideSchema = z.strictObject({
  mode: z.enum(["pipeline", "realtime"]).optional(),
  stt: providerChoiceSchema.optional(),
  llm: providerChoiceSchema.optional(),
  tts: providerChoiceSchema.optional(),
  realtime: providerChoiceSchema.optional(),
});
export const turnTakingOverrideSchema = z.strictObject({
  eagerness: z.enum(["patient", "normal", "eager"]).optional(),
  interruptions: z.enum(["on", "off"]).optional(),
});

export const turnTakingSchema = z.strictObject({
  eagerness: z.enum(["patient", "normal", "eager"]).default("normal"),
  interruptions: z.enum(["on", "off"]).default("on"),
  firstSpeaker: z.enum(["agent", "caller"]).default("agent"),
});
export type TurnTaking = z.infer<typeof turnTakingSchema>;

export const limitsSchema = z.strictObject({
  maxCallSeconds: z.number().int().min(10).max(14_400).default(3600),
  endAfterSilenceSeconds: z.number().int().min(3).max(3600).default(600),
});

export const positionSchema = z.strictObject({ x: z.number(), y: z.number() });
