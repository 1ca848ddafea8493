/** Words and signs of each script that texts are put together from; real ones, so that they join, stack and reorder. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  latin: [
    "Hello",
    "Nguyễn",
    "Łódź",
    "office",
    "Straße",
    "O'Neil",
    "VIP",
    "a",
    "e\u0301te\u0301",
    "Company-Name",
  ],
  cyrillic: ["Щёголева", "Анна", "Өмірбек", "Київ"],
  greek: ["Αλέξανδρος", "Ἀθῆναι", "ώρα"],
  arabic: ["مرحبا", "السلام", "عليكم", "محمد", "لله", "می\u200cخواهم", "۱۲۳"],
  hebrew: ["שלום", "עולם", "בְּרֵאשִׁית", "ירושלים"],
  devanagari: ["नमस्ते", "क्षत्रिय", "हिन्दी", "र्कि", "श्रीमती"],
  bengali: ["বাংলা", "ক্ষমা", "কৌতুক", "রবীন্দ্রনাথ"],
  tamil: ["தமிழ்", "வணக்கம்", "கொள்கை", "ஸ்ரீ"],
  telugu: ["తెలుగు", "శ్రీ", "ప్రదేశ్"],
  kannada: ["ಕನ್ನಡ", "ಬೆಂಗಳೂರು"],
  malayalam: ["മലയാളം", "ക്ഷേത്രം"],
  gujarati: ["ગુજરાતી", "ક્ષમા"],
  gurmukhi: ["ਪੰਜਾਬੀ", "ਸਤਿ"],
  oriya: ["ଓଡ଼ିଆ", "ଭୁବନେଶ୍ୱର"],
  sinhala: ["සිංහල", "ශ්‍රී"],
  thai: ["สวัสดีครับ", "กรุงเทพมหานคร", "ขอบคุณ", "น้ำ", "เที่ยวเมืองไทย"],
  lao: ["ສະບາຍດີ", "ພາສາລາວ", "ນ້ຳ"],
  khmer: ["កម្ពុជា", "ភ្នំពេញ", "សួស្តី", "អរគុណច្រើន"],
  burmese: ["မြန်မာနိုင်ငံ", "မင်္ဂလာပါ", "ကျေးဇူး"],
  georgian: ["თბილისი", "საქართველო"],
  armenian: ["Երևան", "Հայաստան"],
  ethiopic: ["አዲስ", "አበባ", "ኢትዮጵያ"],
  thaana: ["ދިވެހި", "މާލެ"],
  chinese: ["你好，世界。", "北京", "「您好」", "谢谢您！"],
  japanese: ["こんにちは", "山田太郎さん、", "カタカナ", "ありがとうございます。"],
  korean: ["안녕하세요", "서울", "감사합니다!"],
  emoji: ["👍", "👨‍👩‍👧‍👦", "🇵🇱", "🧑🏽‍🚀", "1️⃣", "❤️", "☎", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
  signs: [
    "(12)",
    "1,250.00",
    "[x]",
    "“a”",
    "50%",
    "2024-12-31",
    "\u2067x\u2069",
    "\u202e12\u202c",
    "…",
    "★",
    "\ufffd",
  ],
};

const SCRIPTS = Object.keys(WORDS);
const GAPS = [" ", " ", " ", " ", "", "", ", ", "\n", "\u00a0", "-", "  "];

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` texts of one to three scripts each, always the same for the same seed. */
export function mixedTexts(count: number, seed: number): string[] {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  return Array.from({ length: count }, () => {
    const scripts = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(SCRIPTS));
    const words = Array.from({ length: 1 + Math.floor(random() * 8) }, () => {
      const script = pick(scripts);
      return pick(WORDS[script] ?? []) + pick(GAPS);
    });
    return words.join("");
  });
}
