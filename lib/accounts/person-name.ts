import { lineOfText } from "@/lib/server/line-of-text";

/** What a person wants to be called. */
export const personName = lineOfText(80, "Enter your name.");
