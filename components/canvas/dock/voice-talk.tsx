"use client";

import { GripIcon, MicIcon, MicOffIcon, PhoneIcon, PhoneOffIcon, Volume2Icon } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { Keypad } from "@/components/call/keypad";
import { statusWords } from "@/components/call/status-words";
import { TypeBox } from "@/components/call/type-box";
import type { CallCredentials, TranscriptEntry } from "@/components/call/types";
import { useCall, type Call } from "@/components/call/use-call";
import { useCallEvents } from "@/components/calls/use-call-events";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { CallEvent } from "@/lib/calls/protocol";
import { api, ApiError } from "../store/api";
import { useActions, useEditor, useEditorHandle } from "../store/editor-context";
import { Conversation } from "./conversation";

const NO_EVENTS: CallEvent[] = [];

/** A real call on the draft: microphone or keyboard, the agent's voice, and why it does what it does. `count` changes with every press of Talk. */
export function VoiceTalk({ count }: { count: number }) {
  const { store, autosave } = useEditorHandle();
  const actions = useActions();
  const call = useCall();
  const [failure, setFailure] = useState<{ message: string; problems: boolean } | null>(null);
  const idle = call.status === "idle" || call.status === "ended" || call.status === "failed";

  const start = useCallback(() => {
    setFailure(null);
    const credentials = (async () => {
      if (!(await autosave.flush())) throw new Error("Your changes are not saved yet, so there is nothing to talk to. See the save state at the top.");
      return api<CallCredentials>("/web-calls", { body: { agentId: store.getState().agentId, version: "draft" } });
    })();
    credentials.catch((error: unknown) => {
      if (error instanceof ApiError) {
        setFailure({ message: error.problems.length > 0 ? "The flow has errors, so nobody can talk to it yet." : error.message, problems: error.problems.length > 0 });
      } else setFailure({ message: error instanceof TypeError ? "The server cannot be reached. Try again in a moment." : String((error as Error).message), problems: false });
    });
    void call.start(credentials).catch(() => {});
    // useCall's functions are the same for as long as it lives.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [autosave, store]);

  const running = useRef(false);
  running.current = !idle;
  useEffect(() => {
    if (count === 0) return;
    // In a task of its own: a component that React only mounts to try it out must not ring anybody.
    const timer = setTimeout(() => { if (!running.current) start(); }, 0);
    return () => clearTimeout(timer);
  }, [count, start]);

  const status = failure ? failure.message : statusWords(call);
  return (
    <>
      {call.callId ? <Followed key={call.callId} callId={call.callId} call={call} /> : (
        <div role="log" aria-label="Transcript" className="grid min-h-0 flex-1 place-content-center px-4 text-center text-[0.8125rem] text-muted-foreground">
          {failure ? null : idle ? "Press Talk to try the flow as it is now." : "Calling the agent…"}
        </div>
      )}
      {call.microphoneProblem && !idle ? (
        <p className="flex flex-wrap items-center gap-2 border-t border-border bg-warning-soft px-4 py-1.5 text-xs text-warning-ink">
          <span>{call.microphoneProblem.title} {call.microphoneProblem.whatToDo} You can type meanwhile.</span>
          <button type="button" className="font-medium underline underline-offset-2" onClick={() => void call.retryMicrophone()}>Try again</button>
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2 border-t border-border px-3 py-2">
        <p role="status" className={cn("flex min-w-0 items-center gap-2 text-[0.8125rem]", failure || call.problem ? "text-warning-ink" : "text-muted-foreground")}>
          <span aria-hidden className={cn("size-2 shrink-0 rounded-full", idle ? "bg-border" : call.status === "speaking" ? "animate-pulse bg-primary" : call.status === "listening" ? "bg-success" : "bg-warning")} />
          <span className="max-w-[70vw] truncate sm:max-w-80">{status || "Ready"}</span>
        </p>
        {failure?.problems ? <Button size="sm" variant="outline" onClick={() => actions.set({ dialog: "problems" })}>Show problems</Button> : null}
        {call.soundBlocked ? <Button size="sm" variant="outline" onClick={() => void call.playSound()}><Volume2Icon aria-hidden />Play sound</Button> : null}
        <div className="ml-auto flex min-w-0 flex-1 items-center justify-end gap-2 max-sm:basis-full">
          {idle ? <Button size="sm" onClick={start}><PhoneIcon aria-hidden />{call.callId ? "Call again" : "Start call"}</Button> : (
            <>
              <div className="min-w-0 max-w-96 flex-1"><TypeBox onSend={(text) => void call.sendText(text)} /></div>
              <Popover>
                <PopoverTrigger asChild><Button variant="outline" size="icon" aria-label="Keypad"><GripIcon /></Button></PopoverTrigger>
                <PopoverContent side="top" align="end" className="w-60"><Keypad onKey={(keys) => void call.sendKeys(keys)} /></PopoverContent>
              </Popover>
              <Button variant={call.muted ? "default" : "outline"} size="icon" aria-label="Mute" aria-pressed={call.muted} disabled={!call.hasMicrophone} onClick={() => void call.mute()}>{call.muted ? <MicOffIcon /> : <MicIcon />}</Button>
              <Button variant="destructive" size="icon" aria-label="End call" onClick={() => call.end()}><PhoneOffIcon /></Button>
            </>
          )}
        </div>
      </div>
    </>
  );
}

function Followed({ callId, call }: { callId: string; call: Call }) {
  const { events, away } = useCallEvents(callId, NO_EVENTS, "live");
  const running = useEditor((state) => state.dock === "voice");
  return (
    <Conversation
      events={events}
      empty={running ? "Waiting for the first words…" : ""}
      tail={(
        <>
          <Captions entries={call.transcript} known={events} />
          {away ? <p className="mt-2 ml-12 text-xs text-warning-ink">The details of the call come later: the server does not answer just now.</p> : null}
        </>
      )}
    />
  );
}

/** Captions that the call's events do not tell yet: words being said, and everything when the server is away. */
function Captions({ entries, known }: { entries: TranscriptEntry[]; known: readonly CallEvent[] }) {
  const told = new Map<string, number>();
  for (const event of known) {
    const text = event.type === "heard" ? `caller ${event.text}` : event.type === "speaking" ? `agent ${event.text}` : event.type === "pressedKeys" ? `caller ${event.keys}` : null;
    if (text !== null) told.set(text, (told.get(text) ?? 0) + 1);
  }
  // Captions and events tell the same things in the same order; what was told is taken off one by one.
  const open = entries.filter((entry) => {
    const key = `${entry.role} ${entry.text}`;
    const count = told.get(key) ?? 0;
    if (count > 0) told.set(key, count - 1);
    return count === 0 && (!entry.final || known.length === 0 || entry === entries.at(-1));
  });
  if (open.length === 0) return null;
  return (
    <ol className="mt-2 grid gap-2">
      {open.slice(-3).map((entry) => (
        <li key={`${entry.role}-${entry.id}`} className="ml-12 text-[0.8125rem] leading-snug text-muted-foreground">
          <span className={cn("mr-1.5 font-semibold", entry.role === "caller" && "text-primary-ink")}>{entry.role === "caller" ? "You" : "Agent"}</span>
          {entry.notUnderstood ? <em>not understood</em> : entry.text}
        </li>
      ))}
    </ol>
  );
}
