"use server";

import { revalidatePath } from "next/cache";
import type { NameState } from "@/components/settings/name-form";
import { isDatabaseOutage } from "@/lib/db/outage";
import { ParleyError } from "@/lib/errors";
import { requireMember, type Member } from "@/lib/teams/current-member";
import { renameSelf, renameWorkspace } from "@/lib/teams/rename";

async function save(before: NameState, form: FormData, work: (member: Member, name: string) => Promise<void>): Promise<NameState> {
  const name = String(form.get("name") ?? "");
  const member = await requireMember("/settings/profile");
  try {
    await work(member, name);
  } catch (error) {
    if (error instanceof ParleyError) return { ...before, name, error: error.message };
    if (isDatabaseOutage(error)) return { ...before, name, error: "The database does not answer at the moment. Try again in a few seconds." };
    throw error;
  }
  revalidatePath("/", "layout");
  return { saved: before.saved + 1, error: null, name: name.trim() };
}

export async function saveOwnName(before: NameState, form: FormData): Promise<NameState> {
  return save(before, form, renameSelf);
}

export async function saveWorkspaceName(before: NameState, form: FormData): Promise<NameState> {
  return save(before, form, renameWorkspace);
}
