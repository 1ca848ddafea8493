/** Reads cookies of one request by name; the first of a name counts, as in browsers. */
export function cookieReader(request: Request): (name: string) => string | undefined {
  const pairs = (request.headers.get("cookie") ?? "").split(";");
  return (name) => {
    for (const pair of pairs) {
      const at = pair.indexOf("=");
      if (at > 0 && pair.slice(0, at).trim() === name) return decode(pair.slice(at + 1).trim());
    }
    return undefined;
  };
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
