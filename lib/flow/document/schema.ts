import { z } from "zod";
import { nodeTypes, type NodeSchema } from "../nodes/registry";
import { idSchema, limitsSchema, positionSchema, speechSchema, textSchema, turnTakingSchema, variableSchema } from "./parts";

export type { Condition, ConditionType } from "../conditions/schemas";
export type { Exit } from "./node-base";
export type { ProviderChoice, SpeechSettings, TurnTaking, Variable, VariableType } from "./parts";

/** Made from the registry, so that a node type is a folder and one line there. */
export const nodeSchema = z.discriminatedUnion("type", Object.values(nodeTypes).map((type) => type.schema) as [NodeSchema, ...NodeSchema[]]);
export type FlowNode = z.infer<typeof nodeSchema>;
export type NodeKind = FlowNode["type"];

export const documentSchema = z.strictObject({
  parley: z.literal(1),
  name: z.string().min(1).max(200),
  persona: z.strictObject({ instructions: textSchema.default(""), language: z.string().max(35).default("en-US") }).default({ instructions: "", language: "en-US" }),
  speech: speechSchema.default({ mode: "pipeline", stt: { provider: "local" }, tts: { provider: "local", voice: "slt", speed: 1 }, pronunciations: [] }),
  turnTaking: turnTakingSchema.default({ eagerness: "normal", interruptions: "on", firstSpeaker: "agent" }),
  limits: limitsSchema.default({ maxCallSeconds: 3600, endAfterSilenceSeconds: 600 }),
  /** IANA zone for dates and times. */
  timezone: z.string().max(64).optional(),
  routing: z.enum(["fused", "tools"]).optional(),
  variables: z.array(variableSchema).max(500).default([]),
  tools: z.array(z.looseObject({ id: idSchema, type: z.string() })).max(200).default([]),
  knowledge: z.array(z.unknown()).max(200).default([]),
  start: idSchema,
  nodes: z.array(nodeSchema).min(1).max(1000),
  notes: z.array(z.strictObject({ id: idSchema, text: textSchema, position: positionSchema, size: z.strictObject({ width: z.number(), height: z.number() }).optional() })).max(500).default([]),
});
/** A whole document with every default filled in. */
export type FlowDocument = z.infer<typeof documentSchema>;
/** As people write it: defaults may be left out. */
export type FlowDocumentInput = z.input<typeof documentSchema>;
