import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { imageUrl } from "./address";
import { canonicalSigned, signedParam, textToSign } from "./signed-query";

describe("canonicalSigned", () => {
  it("is one text for all spellings of the same parameters", () => {
    const spellings = [
      "first_name=Nguy%E1%BB%85n%20Hoa&points=1",
      "points=1&first_name=Nguy%E1%BB%85n%20Hoa",
      "first_name=Nguy%E1%BB%85n+Hoa&points=1",
      "first_name=Nguy%e1%bb%85n%20Hoa&points=1",
      // Decomposed: e, circumflex, tilde.
      "first_name=Nguye%CC%82%CC%83n%20Hoa&points=1",
      "?first_name=Nguyễn Hoa&amp;points=%31",
      "first_name=Nguy%E1%BB%85n%20Hoa&points=1&_sig=abc",
    ];
    expect(new Set(spellings.map(canonicalSigned))).toEqual(
      new Set(["first_name=Nguy%E1%BB%85n%20Hoa&points=1"]),
    );
  });

  it("leaves nothing out but the signature, and keeps the order of one name", () => {
    expect(canonicalSigned("b=2&b=1&utm_source=x&_exp=9&_size=s&_sig=q&a=")).toBe(
      "_exp=9&_size=s&a=&b=2&b=1&utm_source=x",
    );
  });

  it("tells different parameters apart", () => {
    const params = fc.dictionary(fc.stringMatching(/^[a-z_]{1,6}$/), fc.string({ unit: "grapheme" }), {
      maxKeys: 4,
    });
    const query = (values: Record<string, string>) => new URLSearchParams(values).toString();
    const normal = (values: Record<string, string>) =>
      JSON.stringify(
        Object.entries(values)
          .filter(([name]) => name !== "_sig")
          .map(([name, value]) => [name, value.normalize("NFC")])
          .sort(),
      );
    fc.assert(
      fc.property(params, params, (one, other) => {
        const isSame = canonicalSigned(query(one)) === canonicalSigned(query(other));
        expect(isSame).toBe(normal(one) === normal(other));
      }),
    );
  });

  it("never throws, and is the canonical form of itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        const once = canonicalSigned(raw);
        expect(canonicalSigned(once)).toBe(once);
      }),
    );
  });
});

it("reads the last of a parameter, decoded", () => {
  expect(signedParam("_t=a&_t=b%2Dc", "_t")).toBe("b-c");
  expect(signedParam("t=a", "_t")).toBeNull();
});

it("signs the link and what its own addresses say", () => {
  const url = imageUrl({
    origin: "https://img.example.com",
    key: "k",
    format: "png",
    values: { name: "O'Neil" },
  });
  expect(textToSign("k", new URL(url).search)).toBe("nameplate-link-v1\nk\nname=O%27Neil");
});
