"use client";

import { PhoneIcon, Volume2Icon } from "lucide-react";
import { useCallback, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { CallFrame } from "./call-frame";
import { CallControls } from "./call-controls";
import { CallFeedback } from "./call-feedback";
import { Keypad } from "./keypad";
import { LinkNotice } from "./link-notice";
import { MicrophoneNotice } from "./microphone-help";
import { startSharedCall } from "./share-api";
import { clock, statusWords } from "./status-words";
import { TranscriptLog } from "./transcript-log";
import { TypeBox } from "./type-box";
import { useCall, type Call } from "./use-call";
import { VoiceOrb } from "./voice-orb";

export interface CallerPageProps {
  /** The share link's token. */
  token: string;
  agentName: string;
  passcodeNeeded: boolean;
  /** Of the media server, to be reached ahead of the call. */
  serverUrl: string;
}

/** The page behind a share link: before, during and after a call. One status line and one transcript live through all three. */
export function CallerPage({ token, agentName, passcodeNeeded, serverUrl }: CallerPageProps) {
  const call = useCall(serverUrl);
  const log = useRef<HTMLDivElement>(null);
  const [passcode, setPasscode] = useState("");
  const phase = call.status === "idle" ? "before" : call.status === "ended" ? "after" : call.status === "failed" ? (call.connectedAt ? "after" : "before") : "during";

  const startCall = () => void call.start(startSharedCall(token, passcode || undefined));

  useEffect(() => {
    // The button that was pressed is gone; without this the keyboard would be back at the top of the page.
    if (phase === "during") log.current?.focus({ preventScroll: true });
  }, [phase]);

  if (call.problem?.kind.startsWith("link-")) return <LinkNotice problem={call.problem} />;

  return (
    <CallFrame>
      <header className={cn("flex flex-col items-center text-center", phase === "during" ? "pt-1" : phase === "after" ? "pt-4" : "pt-[9vh] sm:pt-16")}>
        <VoiceOrb status={call.status} level={call.level} small={phase !== "before"} />
        <h1 className={cn("mt-4 font-semibold", phase === "before" ? "text-2xl" : "text-lg")}>{agentName}</h1>
        <Status call={call} big={phase !== "before"} />
      </header>

      {phase === "before" ? (
        <Before agentName={agentName} passcodeNeeded={passcodeNeeded} passcode={passcode} onPasscode={setPasscode} passcodeWrong={call.problem?.kind === "passcode"} onStart={startCall} />
      ) : null}
      {phase === "after" ? (
        <div className="mt-6 flex flex-col items-center gap-5">
          <p className="text-lg font-medium">{call.status === "ended" ? "Thank you for your call." : "The call broke off."}</p>
          {call.callId && call.callToken ? <CallFeedback key={call.callId} linkToken={token} callId={call.callId} callToken={call.callToken} /> : null}
          <Button variant="outline" onClick={startCall}><PhoneIcon />Call again</Button>
        </div>
      ) : null}
      {phase !== "before" ? (
        <TranscriptLog ref={log} entries={call.transcript} empty={phase === "during" ? "What is said appears here." : "Nothing was said."} className="mt-5 min-h-28 flex-1 rounded-xl py-2 outline-offset-4" />
      ) : null}
      {phase === "during" ? <During call={call} /> : null}
    </CallFrame>
  );
}

function Status({ call, big }: { call: Call; big: boolean }) {
  const wrong = call.problem !== null && call.status !== "ended";
  return (
    <div className={cn("flex flex-col items-center gap-0.5", call.status !== "idle" && "mt-1.5 min-h-6")}>
      <p role="status" className={cn("max-w-xs leading-snug text-balance", big ? "text-[0.9375rem]" : "text-sm", wrong ? "font-medium text-warning-ink" : "text-muted-foreground")}>{statusWords(call)}</p>
      {call.connectedAt ? <Timer from={call.connectedAt} to={call.endedAt} /> : null}
    </div>
  );
}

function Timer({ from, to }: { from: number; to: number | null }) {
  const [now, setNow] = useState(from);
  useEffect(() => {
    if (to !== null) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [to]);
  return <span role="timer" aria-label="Length of the call" className="tabular text-xs text-muted-foreground">{clock((to ?? now) - from)}</span>;
}

function Before({ agentName, passcodeNeeded, passcode, onPasscode, passcodeWrong, onStart }: {
  agentName: string;
  passcodeNeeded: boolean;
  passcode: string;
  passcodeWrong: boolean;
  onPasscode: (passcode: string) => void;
  onStart: () => void;
}) {
  return (
    <form
      className="flex flex-1 flex-col items-center"
      onSubmit={(event) => {
        event.preventDefault();
        onStart();
      }}
    >
      <p className="mt-2 max-w-xs text-center leading-relaxed text-balance text-muted-foreground">
        An AI agent answers this call, not a person.
      </p>
      {passcodeNeeded ? (
        <Field label="Passcode" className="mt-8 w-full max-w-60" error={passcodeWrong ? "That passcode is not right." : undefined}>
          {(control) => <Input {...control} value={passcode} onChange={(event) => onPasscode(event.target.value)} type="password" autoComplete="off" required className="h-11 text-center" />}
        </Field>
      ) : null}
      <Button type="submit" className="mt-9 h-14 w-full max-w-60 rounded-full text-lg"><PhoneIcon className="size-5" />Start call</Button>
      <p className="mt-4 max-w-xs text-center text-sm leading-relaxed text-balance text-muted-foreground">Your browser will ask for the microphone. You can also type.</p>
      <p className="mt-auto max-w-xs pt-8 text-center text-[0.8125rem] leading-relaxed text-balance text-muted-foreground">
        Your voice is not recorded. What you and {agentName} say is kept as text.
      </p>
    </form>
  );
}

function During({ call }: { call: Call }) {
  const [keypad, setKeypad] = useState(false);
  const [typing, setTyping] = useState(false);
  const keypadId = useId();
  const { sendKeys, sendText } = call;
  const press = useCallback((key: string) => void sendKeys(key), [sendKeys]);

  return (
    <div className="mt-4 grid gap-4">
      {call.soundBlocked ? <Button onClick={() => void call.playSound()}><Volume2Icon />Play the sound</Button> : null}
      {call.microphoneProblem && !typing ? <MicrophoneNotice problem={call.microphoneProblem} onRetry={() => void call.retryMicrophone()} onDismiss={() => setTyping(true)} /> : null}
      {call.muted ? <p className="text-center text-sm text-warning-ink">You are muted. The agent cannot hear you.</p> : null}
      {keypad ? <div id={keypadId}><Keypad onKey={press} /></div> : null}
      <TypeBox onSend={(text) => void sendText(text)} disabled={call.connectedAt === null} />
      <CallControls muted={call.muted} canMute={call.hasMicrophone} keypadOpen={keypad} keypadId={keypadId} onMute={() => void call.mute()} onKeypad={() => setKeypad(!keypad)} onEnd={call.end} />
    </div>
  );
}
