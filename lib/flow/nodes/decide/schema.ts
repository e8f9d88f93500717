import type { z } from "zod";
import { baseNode } from "../../document/node-base";

export const decideSchema = baseNode("decide");
export type DecideNode = z.infer<typeof decideSchema>;
