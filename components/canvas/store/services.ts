"use client";

import { createContext, useContext } from "react";

/** A word that local speech would have to guess, and how it may sound. */
export interface UnknownWord { word: string; suggestion: string | null }

/** What the page lends the editor: things that only the server can do. */
export interface Services {
  /** Words of these texts that the local recogniser and voice do not know, given how the flow says words sound. */
  unknownWords: (texts: string[], pronunciations: { word: string; soundsLike: string }[]) => Promise<UnknownWord[]>;
}

const Context = createContext<Services | null>(null);
export const EditorServices = Context.Provider;

export function useServices(): Services {
  const services = useContext(Context);
  if (!services) throw new Error("This component belongs inside the editor.");
  return services;
}
