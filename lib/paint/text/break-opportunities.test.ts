import { describe, expect, it } from "vitest";
import { mixedTexts } from "../testing/mixed-texts";
import { segmentsOf } from "./break-opportunities";
import { syllableBreaks } from "./syllable-breaks";

const words = (text: string) => {
  let start = 0;
  return segmentsOf(text).map(({ end }) => {
    const word = text.slice(start, end);
    start = end;
    return word;
  });
};

const syllables = (text: string) => {
  const cuts = [0, ...syllableBreaks(text), text.length];
  return cuts
    .slice(1)
    .map((end, index) => text.slice(cuts[index], end))
    .join("|");
};

describe("lines of Chinese, Japanese and Korean", () => {
  it.each([
    ["你好，世界。「再见」", ["你", "好，", "世", "界。", "「再", "见」"]],
    ["東京（とうきょう）！？", ["東", "京", "（と", "う", "き", "ょ", "う）！？"]],
    ["山田・太郎さん、", ["山", "田・", "太", "郎", "さ", "ん、"]],
    ["한국어，입니다.", ["한", "국", "어，", "입", "니", "다."]],
    ["《书名》：第1章…", ["《书", "名》：", "第", "1", "章…"]],
  ])("%s: closing signs never begin a line, opening ones never end it", (text, expected) => {
    // Small kana keep with what they are spoken with, which a browser's "normal" breaking leaves open.
    const seen = words(text).join("|").replace("き|ょ", "きょ");
    expect(seen).toBe(expected.join("|").replace("き|ょ", "きょ"));
  });
});

describe("signs set with a space", () => {
  it.each([
    ["Bonjour Maximilien !", ["Bonjour ", "Maximilien !"]],
    ["Ça va ? Oui : bien ; 50 % !!", ["Ça ", "va ? ", "Oui : ", "bien ; ", "50 % !!"]],
    ["Bonjour « Anne » !", ["Bonjour ", "« Anne » !"]],
    ["(« Anne ») ‹ oui ›", ["(« Anne ») ", "‹ oui ›"]],
    ["Hallo  ! Ja", ["Hallo  ! ", "Ja"]],
    ["Hallo »Anna« und «Eva» da", ["Hallo ", "»Anna« ", "und ", "«Eva» ", "da"]],
    ["»Anna.« Ja", ["»Anna.« ", "Ja"]],
    ["use :name or !x", ["use ", ":name ", "or ", "!x"]],
  ])("%s: they never stand alone at the end or beginning of a line", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe("emoji", () => {
  it.each(["👨‍👩‍👧‍👦", "👍🏽", "🇵🇱🇩🇪", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🧑🏽‍🤝‍🧑🏻", "❤️‍🔥", "🫷🏽"])(
    "%s is not cut inside an emoji",
    (text) => {
      const pieces = words(`a ${text} b`).slice(1, -1);
      expect(pieces.join("").trimEnd()).toBe(text);
      if (text !== "🇵🇱🇩🇪") expect(pieces).toHaveLength(1);
      else for (const flag of pieces) expect(["🇵🇱", "🇩🇪 ", "🇵🇱🇩🇪 "]).toContain(flag);
    },
  );
});

describe("syllables of scripts without spaces", () => {
  it.each([
    ["ประเทศไทย", "ประ|เทศ|ไทย"],
    ["กรุงเทพมหานคร", "กรุง|เทพมหานคร"],
    ["โรงพยาบาล", "โรงพยา|บาล"],
    ["สวัสดีครับ", "สวัส|ดีครับ"],
    ["ขอบคุณมากค่ะ", "ขอบ|คุณ|มาก|ค่ะ"],
    ["สมชาย วงศ์สวัสดิ์", "สม|ชาย วงศ์|สวัสดิ์"],
    ["เที่ยวเมืองไทย", "เที่ยว|เมือง|ไทย"],
    ["เดือนมีนาคม", "เดือน|มี|นาคม"],
    ["มหาวิทยาลัย", "มหา|วิท|ยา|ลัย"],
    ["ເມືອງວຽງຈັນ", "ເມືອງ|ວຽງ|ຈັນ"],
    ["ສະບາຍດີ", "ສະ|ບາຍ|ດີ"],
    ["ព្រះរាជាណាចក្រកម្ពុជា", "ព្រះ|រា|ជា|ណាច|ក្រកម្ពុ|ជា"],
    ["សួស្តី", "សួ|ស្តី"],
    ["မြန်မာနိုင်ငံ", "မြန်|မာ|နိုင်|ငံ"],
    ["မင်္ဂလာပါ", "မင်္ဂ|လာ|ပါ"],
    ["Hello", "Hello"],
  ])("%s", (text, expected) => {
    expect(syllables(text)).toBe(expected);
  });

  it("never begin with a sign that clings to the letter before, and never end in one that leads the next", () => {
    for (const text of mixedTexts(3000, 7)) {
      for (const at of syllableBreaks(text)) {
        expect(text.charAt(at), text).not.toMatch(/[\p{M}ะาำๅๆฯະາຳໆ]/u);
        expect(text.charAt(at - 1), text).not.toMatch(/[เแโใไເແໂໃໄ\u1039\u17d2]/);
      }
    }
  });
});
