import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sniffImage } from "./sniff-image";

const sniff = (latin1: string) => sniffImage(Buffer.from(latin1, "latin1"));

describe("sniffImage", () => {
  it("knows the four formats that are read", () => {
    expect(sniff("\x89PNG\r\n\x1a\n")).toEqual({ format: "png" });
    expect(sniff("\xff\xd8\xff\xe0")).toEqual({ format: "jpeg" });
    expect(sniff("RIFF\x10\0\0\0WEBPVP8X")).toEqual({ format: "webp" });
    expect(sniff("GIF87a")).toEqual({ format: "gif" });
  });

  it("names what came instead", () => {
    expect(sniff("<svg xmlns='http://www.w3.org/2000/svg'/>")).toEqual({ instead: "an SVG" });
    expect(sniff("\xef\xbb\xbf\n<?xml version='1.0'?>\n<!-- Щёголева -->\n<SVG/>")).toEqual({
      instead: "an SVG",
    });
    expect(sniff("  <!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>")).toEqual({ instead: "an SVG" });
    expect(sniff("<!doctype HTML><svg/>")).toEqual({ instead: "a web page" });
    expect(sniff("\0\0\0\x18ftypheic")).toEqual({ instead: "a HEIC photo" });
    expect(sniff("\0\0\0\x1cftypavif")).toEqual({ instead: "an AVIF" });
    expect(sniff("%PDF-1.7")).toEqual({ instead: "a PDF" });
  });

  it("claims nothing about the rest, and never throws", () => {
    for (const text of [
      "",
      "x",
      "RIFF\x10\0\0\0WAVEfmt ",
      "Nguyễn",
      "<note/>",
      "{}",
      "x\x89PNG\r\n\x1a\n",
      " GIF89a",
    ])
      expect(sniff(text)).toBeNull();
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => void sniffImage(bytes)));
  });
});
