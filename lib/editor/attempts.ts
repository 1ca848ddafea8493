import { AppError } from "@/lib/errors";
import type { Document } from "@/lib/template/schema";

export type Attempts = {
  /** Runs a command; null when it could not be done. */
  once: (change: () => Document) => Document | null;
  /** The same for what is tried at every move of a hand: what is said already is not said again. */
  again: (change: () => Document) => Document | null;
  /** Another gesture begins. */
  begin: () => void;
};

/** Runs commands: what one cannot do is said to the person in a sentence, anything unexpected is not hidden. */
export function createAttempts(say: (message: string) => void): Attempts {
  let said: string | null = null;

  function attempt(change: () => Document, isRepeated: boolean): Document | null {
    try {
      return change();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (!isRepeated || said !== error.message) say(error.message);
      said = error.message;
      return null;
    }
  }

  return {
    once: (change) => attempt(change, false),
    again: (change) => attempt(change, true),
    begin: () => {
      said = null;
    },
  };
}
