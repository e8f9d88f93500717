import type { Metadata } from "next";
import { NameForm } from "@/components/settings/name-form";
import { PasswordForm } from "@/components/settings/password-form";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { studioMember } from "../../../load";
import { saveOwnName, saveWorkspaceName } from "./actions";

export const metadata: Metadata = { title: "Profile and workspace" };

export default async function ProfilePage() {
  const member = await studioMember("/settings/profile");
  const admin = member.role === "owner" || member.role === "admin";
  return (
    <div className="grid gap-5">
      <Card>
        <CardHeader><CardTitle>You</CardTitle><CardDescription>You sign in as {member.email}.</CardDescription></CardHeader>
        <CardContent><NameForm label="Your name" initial={member.name} action={saveOwnName} /></CardContent>
      </Card>
      <Card>
        <CardHeader><CardTitle>Password</CardTitle></CardHeader>
        <CardContent><PasswordForm /></CardContent>
      </Card>
      <Card>
        <CardHeader><CardTitle>Workspace</CardTitle><CardDescription>Agents, calls, providers and keys belong to it. You are its {member.role}.</CardDescription></CardHeader>
        <CardContent><NameForm label="Name of the workspace" initial={member.workspaceName} disabled={!admin} hint={admin ? undefined : "An admin of the workspace can change it."} action={saveWorkspaceName} /></CardContent>
      </Card>
    </div>
  );
}
