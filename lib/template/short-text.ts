import { cutText } from "./plain-text";

/** UTF-16 units of a text that a message repeats. */
const MOST = 40;

/** The text as a message repeats it: in quotation marks and cut where it is long; "nothing" for a blank one. */
export function quoted(text: string): string {
  if (text.trim() === "") return "nothing";
  return `"${text.length > MOST ? `${cutText(text, MOST)}…` : text}"`;
}
