"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "@/components/ui/dialog";

export interface NotCarriedOver {
  what: string;
  where: string;
  why: string;
}

/** Before an import goes on: what of the file will be missing. */
export function ImportReport({ name, items, onContinue, onCancel }: { name: string; items: NotCarriedOver[]; onContinue: () => void; onCancel: () => void }) {
  return (
    <Dialog open onOpenChange={(open) => !open && onCancel()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Not everything of “{name}” can be carried over</DialogTitle>
          <DialogDescription>The agent will be made without the following. Your file stays as it is.</DialogDescription>
        </DialogHeader>
        <ul className="grid max-h-72 gap-2.5 overflow-y-auto" tabIndex={0} aria-label="Not carried over">
          {items.map((item, index) => (
            <li key={index} className="rounded-lg bg-muted px-3 py-2 text-sm leading-relaxed">
              <span className="font-medium">{item.what}</span> <span className="text-muted-foreground">in {item.where}</span>
              <span className="block text-muted-foreground">{item.why}</span>
            </li>
          ))}
        </ul>
        <DialogFooter>
          <Button variant="outline" onClick={onCancel}>Cancel</Button>
          <Button onClick={onContinue}>Make the agent</Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
