import { STRESS_PICTURES } from "./stress-pictures";
import type { ValueKind } from "./value-kind";

/** One difficulty and what it is in fields of each kind; the other fields have ordinary values. */
export type StressRow = {
  /** Without the prefix that all ids of the set have. */
  id: string;
  name: string;
  /** The row is only of use where a field is of one of these kinds; absent: always. */
  about?: readonly ValueKind[];
  /** An empty value is a missing one. */
  values: Partial<Record<ValueKind, string>>;
  /** For fields of every kind that `values` does not name, by the field's key. */
  everywhere?: (key: string) => string;
};

/** A person, a company, a place and a line of words, written in one script. */
function inScript(
  id: string,
  name: string,
  [firstName, lastName, fullName, company, place, words]: readonly [
    string,
    string,
    string,
    string,
    string,
    string,
  ],
  more: StressRow["values"] = {},
): StressRow {
  return { id, name, values: { firstName, lastName, fullName, company, place, words, ...more } };
}

export const STRESS_ROWS: readonly StressRow[] = [
  { id: "no-value", name: "No value at all", values: {}, everywhere: () => "" },
  {
    id: "unfilled-tags",
    name: "Merge tags left unfilled",
    values: {},
    everywhere: (key) => `{{ ${key} }}`,
  },
  inScript("long-surname", "Long surname", [
    "Maximiliane",
    "Wolfeschlegelsteinhausenbergerdorff",
    "Maximiliane Wolfeschlegelsteinhausenbergerdorff",
    "Wolfeschlegelsteinhausen Partners",
    "Llanfairpwllgwyngyll",
    "For Maximiliane Wolfeschlegelsteinhausenbergerdorff",
  ]),
  inScript("double-barrelled", "Double-barrelled name", [
    "Siobhán-Marie",
    "O'Brien-Featherstonehaugh",
    "Siobhán-Marie O'Brien-Featherstonehaugh",
    "O'Brien & D'Souza",
    "Stratford-upon-Avon",
    "O'Brien's mother-in-law's well-to-do do-it-yourself shop",
  ]),
  inScript("one-letter", "One letter", ["I", "O", "I O", "X", "Å", "a"], { code: "7", amount: "1" }),
  inScript(
    "all-caps",
    "ALL CAPS",
    [
      "MARGARETE",
      "WÄCHTERSBACH-MÜLLER",
      "MARGARETE WÄCHTERSBACH-MÜLLER",
      "WEYMOUTH WHOLESALE",
      "WOLVERHAMPTON",
      "EVERYTHING MUST GO BEFORE MONDAY MORNING",
    ],
    { email: "MARGARETE@EXAMPLE.COM", code: "WWWMMM-QQQ" },
  ),
  inScript("all-lower", "all lower case", [
    "margarete",
    "mcdonald de la cruz",
    "margarete mcdonald de la cruz",
    "ifixit and sons",
    "jyväskylä",
    "typed in a hurry, without a single capital",
  ]),
  {
    id: "long-company",
    name: "40-letter company",
    values: { company: "Rheinisch-Westfälische Papierwerke SE&Co" },
  },
  {
    id: "long-words",
    name: "Long text",
    values: {
      words: "Advanced Statistical Methods for Marketing Measurement and Attribution in Everyday Practice",
      place: "Krung Thep Maha Nakhon, Kingdom of Thailand",
    },
  },
  {
    id: "one-long-word",
    name: "One long word",
    values: { words: "Kraftfahrzeughaftpflichtversicherung", place: "Taumatawhakatangihangakoauauotamatea" },
  },
  inScript("emoji", "Emoji", [
    "Zoë 🎉",
    "👩‍👩‍👧‍👦",
    "Zoë 👩‍👩‍👧‍👦 🎉",
    "Sunny ☀️ Side 🍳",
    "🇩🇰 Ærø",
    "Big news 🚀🔥 for you 👋🏽",
  ]),
  inScript(
    "arabic",
    "Arabic",
    [
      "عبد الرحمن",
      "الشريف",
      "عبد الرحمن الشريف",
      "شركة النور للتجارة",
      "الإسكندرية",
      "عرض خاص لك هذا الأسبوع",
    ],
    { amount: "١٬٢٥٠" },
  ),
  inScript("hebrew", "Hebrew", [
    "שירה",
    "בן־דוד",
    "שירה בן־דוד",
    "קבוצת הצפון בע״מ",
    "תל אביב",
    "הצעה מיוחדת רק בשבילך",
  ]),
  inScript(
    "hindi",
    "Hindi",
    ["प्रियंका", "श्रीवास्तव", "प्रियंका श्रीवास्तव", "भारतीय हस्तशिल्प केंद्र", "विशाखापट्टनम", "आपके लिए एक विशेष प्रस्ताव"],
    { amount: "१,२५०" },
  ),
  inScript("thai", "Thai", [
    "กิตติพงษ์",
    "ศรีสุวรรณวัฒนา",
    "กิตติพงษ์ ศรีสุวรรณวัฒนา",
    "บริษัท สยามการค้า จำกัด",
    "กรุงเทพมหานคร",
    "ข้อเสนอพิเศษสำหรับคุณเท่านั้น",
  ]),
  inScript("chinese", "Chinese", [
    "明月",
    "欧阳",
    "欧阳明月",
    "上海东方国际贸易有限公司",
    "呼和浩特",
    "为您准备的特别优惠本周有效",
  ]),
  inScript("japanese", "Japanese", [
    "さくら",
    "渡邉",
    "渡邉 さくら",
    "株式会社東京デザイン",
    "鹿児島",
    "あなただけの特別なご案内です",
  ]),
  inScript("korean", "Korean", [
    "서연",
    "남궁",
    "남궁 서연",
    "주식회사 한빛상사",
    "서울특별시",
    "고객님만을 위한 특별 혜택",
  ]),
  inScript("vietnamese", "Vietnamese", [
    "Phượng",
    "Nguyễn",
    "Nguyễn Thị Phượng Uyển",
    "Công ty Ánh Dương Thắng Lợi",
    "Thừa Thiên Huế",
    "Ưu đãi đặc biệt dành riêng cho bạn",
  ]),
  inScript("cyrillic", "Cyrillic", [
    "Щёлоков",
    "Крыжановський",
    "Ярослава Крыжановська-Щёголева",
    "Южно-Уральская мануфактура",
    "Петропавловск-Камчатский",
    "Специальное предложение для вас",
  ]),
  inScript("markup", "Markup and signs", [
    "<b>Anna</b>",
    '"Söhne" & Co',
    'Anna <b>& "Söhne"</b>',
    "Smith & Sons <Ltd>",
    "Val-d'Isère / Alpes",
    "50% off & more: {curly} [square] \\ ~ #1",
  ]),
  inScript("stray-spaces", "Stray spaces", [
    "  anna  ",
    " kowalska\t",
    "  anna   maria \n kowalska ",
    " Bright  side ",
    "  New\u00a0 York ",
    "  two   words\n",
  ]),
  { id: "large-number", name: "Large number", about: ["amount"], values: { amount: "1234567890.5" } },
  { id: "negative-number", name: "Negative fraction", about: ["amount"], values: { amount: "-1234.5678" } },
  { id: "zero", name: "Zero", about: ["amount"], values: { amount: "0" } },
  { id: "not-a-number", name: "Not a number", about: ["amount"], values: { amount: "twelve hundred" } },
  { id: "far-future", name: "Far date", about: ["day"], values: { day: "9999-12-31" } },
  { id: "long-ago", name: "Date long ago", about: ["day"], values: { day: "1066-10-14" } },
  { id: "wrong-date", name: "Date that is none", about: ["day"], values: { day: "31.02.2026" } },
  { id: "no-picture", name: "No picture", about: ["picture"], values: { picture: "" } },
  { id: "tall-picture", name: "Tall picture", about: ["picture"], values: { picture: STRESS_PICTURES.tall } },
  { id: "wide-picture", name: "Wide picture", about: ["picture"], values: { picture: STRESS_PICTURES.wide } },
  { id: "tiny-picture", name: "Tiny picture", about: ["picture"], values: { picture: STRESS_PICTURES.tiny } },
  {
    id: "dead-picture",
    name: "Picture that is gone",
    about: ["picture"],
    values: { picture: STRESS_PICTURES.gone },
  },
  {
    id: "long-address",
    name: "Long address",
    about: ["address", "email"],
    values: {
      address: `https://www.example.com/account/offers/2026/november?utm_source=newsletter&utm_medium=email&utm_campaign=${"autumn-".repeat(24)}end`,
      email: "maximiliane.wolfeschlegelsteinhausenbergerdorff@mail.rheinisch-westfaelische.example.com",
    },
  },
  {
    id: "not-an-address",
    name: "Address that is none",
    about: ["address"],
    values: { address: "see our website" },
  },
  { id: "long-code", name: "Long code", about: ["code"], values: { code: "AUTUMN-2026-MWQ88-00451-KLXZ" } },
  { id: "pale-colour", name: "Nearly white", about: ["colour"], values: { colour: "#fefefe" } },
  { id: "dark-colour", name: "Nearly black", about: ["colour"], values: { colour: "010101" } },
  { id: "clear-colour", name: "See-through colour", about: ["colour"], values: { colour: "#f0f4" } },
  { id: "not-a-colour", name: "Colour that is none", about: ["colour"], values: { colour: "sky blue" } },
  { id: "no", name: "No", about: ["yesNo"], values: { yesNo: "No" } },
  { id: "yes-in-a-word", name: "Yes in other words", about: ["yesNo"], values: { yesNo: "TRUE" } },
  { id: "neither-yes-nor-no", name: "Neither yes nor no", about: ["yesNo"], values: { yesNo: "perhaps" } },
];
