import type { TextLayer } from "@/lib/template/layers/text";
import type { ResolvedDocument } from "@/lib/template/resolved";
import { textLayer } from "./layers";

/**
 * Names as people of fifteen scripts write them, and lines with emoji; four a row. They were chosen for what goes
 * wrong: marks above and below one letter, letters that join, stack, reorder or run the other way.
 */
const ROWS: Readonly<Record<string, readonly [string, string, string, string]>> = {
  latin: ["Nguyễn Thị Phượng", "Łucja Żółć-Gęś", "Þórður Ægisson", "Ștefan Țîru Çağrı"],
  greek: ["Αλέξανδρος", "Ελένη Ψαρρά", "Γεώργιος Ξύδης", "Ἀριστοτέλης ᾧ"],
  cyrillic: ["Щёголева", "Олександр Їжак", "Өмірбек Қасым", "Љубица Ђорђевић"],
  arabic: ["محمد عبد الله", "فاطمة الزهراء", "مُؤْمِن لطفی", "نگار پژوهش‌گر"],
  hebrew: ["יעל כהן", "אברהם לוי", "מֹשֶׁה בֶּן־צִיּוֹן", "ז׳קלין אוחיון"],
  devanagari: ["श्रीकृष्ण शर्मा", "क्षितिज त्रिपाठी", "ज्ञानेन्द्र वर्मा", "लक्ष्मी कुलकर्णी"],
  bengali: ["রবীন্দ্রনাথ", "কৌশিক চক্রবর্তী", "লক্ষ্মী সেনগুপ্ত", "সৃজিত মুখোপাধ্যায়"],
  tamil: ["சுப்பிரமணியன்", "கொற்றவை", "ஸ்ரீதேவி", "லக்ஷ்மி நௌஷாத்"],
  thai: ["สมชาย ใจดี", "ณัฐวุฒิ ปิ่นทอง", "น้ำผึ้ง เกตุแก้ว", "ญาณี ฐิติกุล"],
  georgian: ["ნინო ბერიძე", "გიორგი ჭყონია", "თამარ ჯღამაძე", "შოთა წულუკიძე"],
  armenian: ["Անի Պետրոսյան", "Հովհաննես", "Գևորգ Ղազարյան", "Շուշան Ֆիդանյան"],
  simplified: ["王伟", "欧阳娜娜", "张晓丽", "诸葛亮·骨"],
  traditional: ["陳怡君", "歐陽國榮", "張惠婷", "諸葛亮·骨"],
  japanese: ["山田 太郎", "渡邊 さくら", "ジョン・スミス", "直海 ばっぴー"],
  korean: ["김민준", "이서연", "남궁 꽃별", "황보 뷁휄 金"],
  emoji: ["Anna 👍🏽 👋🏿 🧑🏽‍🚀", "👨‍👩‍👧‍👦 👩‍❤️‍👨 ❤️ ☎", "🇵🇱 🇧🇷 🏴󠁧󠁢󠁳󠁣󠁴󠁿 1️⃣ #️⃣", "שלום 🎉 محمد 👩🏻‍💻 3"],
};

const CELL = { width: 264, height: 44 };

export type GoldenCell = { name: string; layer: TextLayer };

/** Every name in regular and in bold, each a layer of its own with `id` from its row and column. */
export const GOLDEN_CELLS: readonly GoldenCell[] = Object.entries(ROWS).flatMap(([script, names], row) =>
  [400, 700].flatMap((fontWeight, half) =>
    names.map((name, column) => {
      const place = half * names.length + column;
      const layer = textLayer(name, {
        ...CELL,
        id: `${script}-${fontWeight}-${column}`,
        x: place * CELL.width,
        y: row * CELL.height,
        align: "start",
        verticalAlign: "middle",
        style: { fontFamily: "Inter", fontWeight, fontSize: 24, color: "#000000" },
      });
      return { name, layer };
    }),
  ),
);

/** One document with these cells, on white. */
export function goldenSheet(cells: readonly GoldenCell[]): ResolvedDocument {
  return {
    width: CELL.width * 8,
    height: CELL.height * Object.keys(ROWS).length,
    background: { kind: "solid", color: "#ffffff" },
    alt: "",
    layers: cells.map(({ layer }) => layer),
  };
}
