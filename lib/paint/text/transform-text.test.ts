import { describe, expect, it } from "vitest";
import { textLayer } from "../testing/layers";
import { paragraphsOf } from "./paragraphs";
import { transformText } from "./transform-text";

describe("transformText", () => {
  it.each([
    ["upper", "Straße ﬁn ŉ", "STRASSE FIN ʼN"],
    ["upper", "Łódź, Щёголева, Αλέξανδρος", "ŁÓDŹ, ЩЁГОЛЕВА, ΑΛΈΞΑΝΔΡΟΣ"],
    ["upper", "istanbul", "ISTANBUL"],
    ["lower", "ΟΔΟΣ Ünal ẞ", "οδος ünal ß"],
    ["title", "o'neil d’arc jean-luc", "O'neil D’arc Jean-Luc"],
    ["title", "'quoted' “words” (and) 3rd", "'Quoted' “Words” (And) 3rd"],
    ["title", "McDonald USA", "McDonald USA"],
    ["title", "ǆin ßa ﬁn", "ǅin Ssa Fin"],
    ["title", "ჯემალი", "ჯემალი"],
    ["title", "e\u0301te\u0301 نص 你好 𐐨𐐨", "E\u0301te\u0301 نص 你好 𐐀𐐨"],
    ["none", "Straße", "Straße"],
  ] as const)("%s: %s", (transform, text, expected) => {
    expect(transformText(text, transform, "")).toBe(expected);
  });

  it("continues a word that another run began", () => {
    expect(transformText("llo world", "title", "He")).toBe("llo World");
    expect(transformText("neil", "title", "O'")).toBe("neil");
    expect(transformText("hello", "title", "ß ")).toBe("Hello");
  });
});

describe("styles of a transformed text", () => {
  it("stay on their characters when the length changes", () => {
    const runs = [
      { text: "Straße ", style: { transform: "upper" as const } },
      { text: "größe\nß", style: { transform: "upper" as const, fontSize: 50 } },
      { text: "end", style: {} },
    ];
    const paragraphs = paragraphsOf(textLayer("", { runs }));
    const pieces = paragraphs.map(({ text, spans }) =>
      spans.map(({ start, end, style }) => [text.slice(start, end), style.fontSize]),
    );
    expect(pieces).toEqual([
      [
        ["STRASSE ", 32],
        ["GRÖSSE", 50],
      ],
      [
        ["SS", 50],
        ["end", 32],
      ],
    ]);
  });
});
