"use client";

import { SendHorizontalIcon } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

/** For those who cannot or do not want to speak. */
export function TypeBox({ onSend, disabled, placeholder = "Type instead of speaking" }: { onSend: (text: string) => void; disabled?: boolean; placeholder?: string }) {
  const [text, setText] = useState("");
  return (
    <form
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!text.trim() || disabled) return;
        onSend(text);
        setText("");
      }}
    >
      <Input value={text} onChange={(event) => setText(event.target.value)} placeholder={placeholder} aria-label="Type instead of speaking" maxLength={1000} autoComplete="off" enterKeyHint="send" className="h-10" />
      <Button type="submit" variant="outline" size="icon" aria-label="Send" className="size-10" aria-disabled={disabled || undefined}><SendHorizontalIcon /></Button>
    </form>
  );
}
