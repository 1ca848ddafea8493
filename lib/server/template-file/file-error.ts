import { AppError } from "@/lib/errors";

/** A file that is refused as a whole. `what` is a sentence that says what was found; nothing is kept of it. */
export function fileError(what: string, cause?: unknown): AppError {
  return new AppError("invalid", `${what} Nothing was imported.`, {
    path: "/file",
    ...(cause === undefined ? {} : { cause }),
  });
}

/** A name out of a file for a sentence: short, on one line. */
export function shownName(name: string): string {
  const line = [...name.replace(/[\p{C}\s]+/gu, " ").trim()];
  return line.length > 40 ? `${line.slice(0, 40).join("")}…` : line.join("");
}
