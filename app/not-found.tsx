import Link from "next/link";
import { Message } from "@/components/shell/message";
import { Button } from "@/components/ui/button";

export default function NotFound() {
  return (
    <Message title="There is nothing here" action={<Button asChild><Link href="/agents">To your agents</Link></Button>}>
      The address may be wrong, or what was here has been deleted, or it belongs to another workspace.
    </Message>
  );
}
