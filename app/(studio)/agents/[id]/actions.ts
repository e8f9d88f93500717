"use server";

import { z } from "zod";
import { loadDictionary } from "@/lib/speech/dictionary";
import { unknownWords as findUnknownWords, type UnknownWord } from "@/lib/speech/pronunciation";
import { requireMember } from "@/lib/teams/current-member";

const textsSchema = z.array(z.string().max(2000)).max(500);
const pronunciationsSchema = z.array(z.object({ word: z.string().max(100), soundsLike: z.string().max(200) })).max(500);

/** Words that the local recogniser and voice do not know. Reads nothing of the workspace, but only members may make the server work. */
export async function unknownWords(texts: unknown, pronunciations: unknown): Promise<UnknownWord[]> {
  await requireMember();
  return findUnknownWords(textsSchema.parse(texts), loadDictionary(), pronunciationsSchema.parse(pronunciations)).slice(0, 200);
}
