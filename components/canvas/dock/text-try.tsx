"use client";

import { GripIcon, MicOffIcon, RotateCcwIcon, TimerIcon } from "lucide-react";
import { useState } from "react";
import { Keypad } from "@/components/call/keypad";
import { TypeBox } from "@/components/call/type-box";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { TextTry as TextCall } from "@/lib/editor/text-call";
import { compile, ModelRepliesRunOut, type SimulatedTurn } from "@/lib/flow";
import type { CallEvent } from "@/lib/calls/protocol";
import { useEditorHandle } from "../store/editor-context";
import { Conversation } from "./conversation";

interface Shown { call: TextCall | null; events: readonly CallEvent[]; problem: string | null; ended: boolean }
const NEEDS_MODEL = "Here the flow asks a language model, which this quick try does not have. Press Talk to try it with the model.";

/** The flow as it is on the canvas, tried by typing: at once, without a microphone, a server or a saved draft. */
export function TextTry() {
  const { store } = useEditorHandle();
  const [shown, setShown] = useState<Shown>(() => begin());

  function begin(): Shown {
    try {
      const call = new TextCall(compile(store.getState().document), new Date().toISOString());
      return { call, events: [...call.events], problem: null, ended: call.ended };
    } catch (error) {
      return { call: null, events: [], problem: error instanceof ModelRepliesRunOut ? NEEDS_MODEL : `This flow cannot be tried yet: ${String(error)}`, ended: true };
    }
  }
  const act = (turn: SimulatedTurn) => {
    const { call } = shown;
    if (!call || shown.ended) return;
    let problem: string | null = null;
    try {
      call.turn(turn);
    } catch (error) {
      if (!(error instanceof ModelRepliesRunOut)) throw error;
      problem = NEEDS_MODEL;
    }
    setShown({ call, events: [...call.events], problem, ended: call.ended || problem !== null });
  };
  return (
    <>
      <Conversation events={shown.events} empty={shown.problem ?? "Nothing was said. Write something."} tail={shown.problem && shown.events.length > 0 ? <p role="alert" className="mt-2 ml-12 text-[0.8125rem] text-warning-ink">{shown.problem}</p> : null} />
      <div className="flex items-center gap-2 border-t border-border px-3 py-2">
        <div className="min-w-0 flex-1"><TypeBox onSend={(say) => act({ say })} disabled={shown.ended} placeholder={shown.ended ? "The call has ended" : "What the caller says"} /></div>
        <Popover>
          <PopoverTrigger asChild><Button variant="outline" size="icon" aria-label="Keypad" disabled={shown.ended}><GripIcon /></Button></PopoverTrigger>
          <PopoverContent side="top" align="end" className="w-60"><Keypad onKey={(press) => act({ press })} disabled={shown.ended} /></PopoverContent>
        </Popover>
        <DropdownMenu>
          <DropdownMenuTrigger asChild><Button variant="outline" size="icon" aria-label="What else a caller does" disabled={shown.ended}><TimerIcon /></Button></DropdownMenuTrigger>
          <DropdownMenuContent side="top" align="end">
            <DropdownMenuItem onSelect={() => act({ say: "", understood: false })}><MicOffIcon />Says something that is not understood</DropdownMenuItem>
            {[5, 10, 30].map((silence) => <DropdownMenuItem key={silence} onSelect={() => act({ silence })}><TimerIcon />Says nothing for {silence} seconds</DropdownMenuItem>)}
          </DropdownMenuContent>
        </DropdownMenu>
        <Button variant="outline" size="icon" aria-label="Start again" title="Start again" onClick={() => setShown(begin())}><RotateCcwIcon /></Button>
      </div>
    </>
  );
}
