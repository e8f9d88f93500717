import { BookOpenIcon } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { SettingsNav } from "@/components/settings/settings-nav";
import { Page } from "@/components/shell/page";
import { Button } from "@/components/ui/button";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <Page title="Settings" width="narrow" actions={<Button variant="outline" asChild><Link href="/docs/api"><BookOpenIcon />API</Link></Button>}>
      <SettingsNav />
      {children}
    </Page>
  );
}
