"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { CallSession, preloadCalls, warmUp } from "./call-session";
import type { CallCredentials, CallSnapshot, LevelSource } from "./types";

/** What one can do to a call. The same functions for as long as the component lives. */
export interface CallActions {
  /** Credentials, or a promise of them so that the microphone is asked for at the same time. Call it from a click. */
  start(credentials: CallCredentials | Promise<CallCredentials>): Promise<void>;
  /** Toggles, or sets. */
  mute(muted?: boolean): Promise<void>;
  sendKeys(keys: string): Promise<void>;
  sendText(text: string): Promise<void>;
  end(): void;
  retryMicrophone(): Promise<void>;
  playSound(): Promise<void>;
  /** For a meter: read once a frame. */
  level: LevelSource;
}
export type Call = CallSnapshot & CallActions;

function createCall(): { session: CallSession; actions: CallActions } {
  const session = new CallSession();
  return {
    session,
    actions: {
      start: (credentials) => session.start(credentials),
      mute: (muted) => session.mute(muted),
      sendKeys: (keys) => session.sendKeys(keys),
      sendText: (text) => session.sendText(text),
      end: () => session.end(),
      retryMicrophone: () => session.retryMicrophone(),
      playSound: () => session.playSound(),
      level: session.level,
    },
  };
}

/**
 * A call from the browser to an agent. One a component; it hangs up when the component goes away. `serverUrl`, where it is known
 * before the call, saves the connection's first steps at the start.
 */
export function useCall(serverUrl?: string): Call {
  const [{ session, actions }] = useState(createCall);
  const snapshot = useSyncExternalStore(session.subscribe, session.getSnapshot, session.getSnapshot);

  useEffect(() => {
    return () => session.dispose();
  }, [session]);
  useEffect(() => {
    (serverUrl ? warmUp(serverUrl) : preloadCalls()).catch(() => undefined);
  }, [serverUrl]);

  return { ...snapshot, ...actions };
}
