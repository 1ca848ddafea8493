import { describe, expect, it } from "vitest";
import { isSignedBy, openToken, sealToken, signText } from "./link-signing";

const SECRET = "npsign_one";
const OTHER = "npsign_two";
const TEXT = "nameplate-link-v1\nk\nfirst_name=Nguy%E1%BB%85n";

/** Every text that differs from this one in one bit of one character, and some that are longer or shorter. */
function mutations(text: string): string[] {
  const flipped = Array.from(text, (_, at) =>
    [1, 2, 4, 8, 16, 32, 64].map(
      (bit) => text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ bit) + text.slice(at + 1),
    ),
  ).flat();
  const cut = Array.from(text, (_, at) => text.slice(0, at));
  return [...flipped, ...cut, `${text}A`, `${text}=`, ` ${text}`];
}

describe("a signature", () => {
  const signature = signText(SECRET, TEXT);

  it("has 128 bits and holds for its text, made with any of the keys that hold", () => {
    expect(signature).toMatch(/^[\w-]{22}$/);
    expect(isSignedBy([SECRET], TEXT, signature)).toBe(true);
    expect(isSignedBy([OTHER, SECRET], TEXT, signature)).toBe(true);
    expect(isSignedBy([OTHER], TEXT, signature)).toBe(false);
    expect(isSignedBy([], TEXT, signature)).toBe(false);
  });

  it("holds for no other text and no other signature, of a thousand a bit away", () => {
    const texts = mutations(TEXT);
    const signatures = mutations(signature);
    // A text of 51 bits away from thousands: all that one flip makes, in both.
    const crossed = texts.slice(0, 500).flatMap((text) => [text, `${text}&a=1`]);
    expect(texts.length + signatures.length + crossed.length).toBeGreaterThan(1_000);
    for (const text of [...texts, ...crossed])
      expect(isSignedBy([SECRET], text, signature), text).toBe(false);
    for (const each of signatures) expect(isSignedBy([SECRET], TEXT, each), each).toBe(false);
  });
});

describe("a token", () => {
  const values = { first_name: "Nguyễn Thị Hoa", city: "Łódź" };
  const expiresAt = new Date("2027-01-01T00:00:00Z");

  it("holds its values and its end, shows neither, and is another each time", () => {
    const tokens = [1, 2].map(() => sealToken(SECRET, "k", { values, expiresAt }));
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) {
      expect(openToken([OTHER, SECRET], "k", token)).toEqual({ values, expiresAt });
      expect(Buffer.from(token, "base64url").toString("latin1")).not.toContain("first_name");
    }
  });

  it("opens for its own link, with its own key, and whole, only", () => {
    const token = sealToken(SECRET, "k", { values: { a: "b" }, expiresAt: null });
    expect(openToken([SECRET], "k", token)).toEqual({ values: { a: "b" }, expiresAt: null });
    expect(openToken([SECRET], "l", token)).toBeNull();
    expect(openToken([OTHER], "k", token)).toBeNull();
    const changed = mutations(token);
    expect(changed.length).toBeGreaterThan(400);
    for (const each of changed) expect(openToken([SECRET], "k", each), each).toBeNull();
  });
});
