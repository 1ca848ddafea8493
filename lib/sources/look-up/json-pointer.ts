/** Whether a text is a JSON pointer, RFC 6901 section 3. */
export function isPointer(text: string): boolean {
  return /^(?:\/(?:[^~/]|~[01])*)*$/.test(text) && !/[\p{Cc}\p{Cs}]/u.test(text);
}

/** The pointer one step further down. */
export function pointTo(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** What a pointer leads to in parsed JSON; undefined where nothing is. Only what stands in the data itself is found. */
export function follow(document: unknown, pointer: string): unknown {
  let at = document;
  for (const raw of pointer.split("/").slice(1)) {
    const step = raw.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(at)) {
      if (!/^(?:0|[1-9]\d{0,9})$/.test(step)) return undefined;
      at = at[Number(step)];
    } else if (typeof at === "object" && at !== null && Object.hasOwn(at, step)) {
      at = Object.getOwnPropertyDescriptor(at, step)?.value;
    } else return undefined;
  }
  return at;
}
