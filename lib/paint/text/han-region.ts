import { HAN_TABLE } from "./han-table";

/** Whose forms Han characters take: the mainland's, Taiwan's, Japan's or Korea's. */
export type HanRegion = "SC" | "TC" | "JP" | "KR";

const HAN = /[\u4e00-\u9fff]/;

/** Kana, the marks that repeat a character or close a letter, and forms that vendors in Japan added. */
const JAPANESE = /[\u3005\u3006\u3041-\u30ff\u31f0-\u31ff\ufa0e-\ufa2d\uff66-\uff9f]/;
const HANGUL = /[\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7fb]/;
const BOPOMOFO = /[\u3105-\u312f\u31a0-\u31bf]/;

/** Old forms that names in Japan kept, and characters that are common there alone though GB 2312 has them. */
const KEPT_IN_JAPAN = new Set("邊澤濱齋齊櫻瀧眞彌");
const HARDLY_CHINESE = new Set("浜堀岬");

/**
 * Surnames at the beginning of a word, for names that fit more than one country to the last character: the most
 * common of China that begin none of Japan, and the most common of Japan that begin no Chinese word. With the first,
 * a particle that text in Japan never has without kana.
 */
const CHINESE_NAME =
  /(?<!\p{Script=Han})(?:[陳張李王吳劉蔡楊許鄭謝郭洪邱廖賴徐周葉蘇莊呂何羅蕭潘簡朱鍾彭詹胡施沈趙盧梁顏柯翁魏孫戴范宋鄧杜傅侯曹薛卓馮鄒唐董溫]|諸葛|司馬)|的/u;
const JAPANESE_NAME =
  /(?<!\p{Script=Han})(?:佐藤|田中|伊藤|山本|中村|小林|加藤|吉田|山田|山口|松本|井上|木村|山崎|池田|石川|山下|小川|前田|藤田|石井|村上|近藤|坂本|青木|西村|福田|太田|三浦|藤井|松田|中川|中野|原田|小野|田村|竹内|石田|上田|柴田|酒井|工藤|安藤|谷口|今井|菅原|久保|松井|岩崎|野口|松尾|菊地|新井|佐野|杉山|千葉|大塚|市川|村田|平野|水野|川口|小山)/u;

/** In which sets the table has a character: 1 for the mainland's, 2 for Taiwan's, 4 for Japan's. */
function setsOf(char: string): number {
  const offset = (char.codePointAt(0) ?? 0) - 0x4e00;
  if (offset < 0 || offset >= 2 * HAN_TABLE.length) return 0;
  const pair = HAN_TABLE.charCodeAt(offset >> 1) - 35;
  return offset % 2 === 0 ? pair >> 3 : pair & 7;
}

/**
 * Han characters look different in each country that writes them, and the text says which it is: one with kana is
 * Japanese, one with hangul Korean, one with bopomofo from Taiwan. Any other is from where most of its characters
 * are common; where that leaves several it is the mainland, or what its surname says. A text of characters that all
 * share, without such a name, is taken for the mainland's: nothing in it says otherwise.
 */
export function hanRegion(text: string): HanRegion {
  if (JAPANESE.test(text)) return "JP";
  if (HANGUL.test(text)) return "KR";
  if (BOPOMOFO.test(text)) return "TC";
  if (!HAN.test(text)) return "SC";
  let mainland = 0;
  let taiwan = 0;
  let japan = 0;
  for (const char of text) {
    const sets = setsOf(char);
    if ((sets & 1) !== 0 && !HARDLY_CHINESE.has(char)) mainland += 1;
    if ((sets & 2) !== 0) taiwan += 1;
    if ((sets & 4) !== 0 || KEPT_IN_JAPAN.has(char)) japan += 1;
  }
  const most = Math.max(mainland, taiwan, japan);
  if (mainland === most) return japan === most && JAPANESE_NAME.test(text) ? "JP" : "SC";
  if (taiwan !== japan) return taiwan > japan ? "TC" : "JP";
  return CHINESE_NAME.test(text) ? "TC" : "JP";
}
