// Writes public/icons/lucide.json: every icon of the installed lucide package as one outline, with the words it is
// found by. Run it after the package was updated: node scripts/make-icons.mjs
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import svgPath from "svgpath";
import { ROOT } from "./lib/project.mjs";

const PACKAGE = join(ROOT, "node_modules", "lucide-react");
const ICONS = join(PACKAGE, "dist", "esm", "icons");

/** What people also call what an icon's name says. */
const WORDS = {
  mail: "email envelope letter",
  cart: "shop buy basket",
  "shopping-bag": "shop buy store",
  heart: "love like favourite",
  star: "favourite rating",
  gift: "present birthday",
  cake: "birthday party",
  calendar: "date event",
  clock: "time hour",
  phone: "call telephone",
  "map-pin": "location place address",
  truck: "delivery shipping",
  plane: "travel flight",
  user: "person people account",
  check: "tick done yes",
  trash: "delete bin",
  percent: "discount sale",
  tag: "price sale label",
  euro: "money currency",
  "dollar-sign": "money currency",
  trophy: "award win prize",
  award: "medal prize",
  sun: "weather light",
  cloud: "weather",
  house: "home",
  music: "sound note",
  camera: "photo",
  utensils: "food eat restaurant",
  coffee: "drink cafe",
  ticket: "event admission",
  bell: "alert notification",
  lock: "secure safe",
  shield: "secure safe protect",
  sparkles: "magic new shine",
  flame: "fire hot",
  leaf: "nature eco",
  "graduation-cap": "school course learn",
};

/** @type {{ name: string, outline: string, words: string }[]} */
const icons = [];
for (const file of readdirSync(ICONS).sort()) {
  if (!file.endsWith(".mjs")) continue;
  const text = readFileSync(join(ICONS, file), "utf8");
  const data = text.match(/const __iconData = (\{[\s\S]*?\n\});/)?.[1];
  // Files without data are old names of other icons.
  if (!data) continue;
  /** @type {{ name: string, node: [string, Record<string, string>][], aliases?: string[] }} */
  const icon = new Function(`return ${data}`)();
  const outline = icon.node.map(([tag, attributes]) => plain(dataOf(tag, attributes))).join("");
  const more = Object.entries(WORDS).flatMap(([part, words]) =>
    `-${icon.name}-`.includes(`-${part}-`) ? [words] : [],
  );
  icons.push({ name: icon.name, outline, words: [...(icon.aliases ?? []), ...more].join(" ") });
}

const licence = readFileSync(join(PACKAGE, "LICENSE"), "utf8").trim();
const lines = icons.map(({ name, outline, words }) => JSON.stringify([name, outline, words]));
writeFileSync(
  join(ROOT, "public", "icons", "lucide.json"),
  `{"licence":${JSON.stringify(licence)},\n"icons":[\n${lines.join(",\n")}\n]}\n`,
);
console.log(`${icons.length} icons`);

/**
 * Any of the elements that icons are made of as path data.
 * @param {string} tag
 * @param {Record<string, string>} a
 */
function dataOf(tag, a) {
  const n = (/** @type {string} */ key, otherwise = 0) => Number(a[key] ?? otherwise);
  switch (tag) {
    case "path":
      return a.d ?? "";
    case "line":
      return `M${n("x1")} ${n("y1")}L${n("x2")} ${n("y2")}`;
    case "polyline":
      return `M${a.points}`;
    case "polygon":
      return `M${a.points}Z`;
    case "circle":
    case "ellipse": {
      const [rx, ry] = [n("rx", n("r")), n("ry", n("r"))];
      const [left, right, y] = [n("cx") - rx, n("cx") + rx, n("cy")];
      return `M${left} ${y}A${rx} ${ry} 0 0 1 ${right} ${y}A${rx} ${ry} 0 0 1 ${left} ${y}Z`;
    }
    case "rect": {
      const [x, y, width, height] = [n("x"), n("y"), n("width"), n("height")];
      const r = Math.min(n("rx", n("ry")), width / 2, height / 2);
      if (r === 0) return `M${x} ${y}H${x + width}V${y + height}H${x}Z`;
      const arc = (/** @type {number} */ toX, /** @type {number} */ toY) => `A${r} ${r} 0 0 1 ${toX} ${toY}`;
      return (
        `M${x + r} ${y}H${x + width - r}${arc(x + width, y + r)}V${y + height - r}${arc(x + width - r, y + height)}` +
        `H${x + r}${arc(x, y + height - r)}V${y + r}${arc(x + r, y)}Z`
      );
    }
    default:
      throw new Error(`Expected an element that icons are made of, got "${tag}".`);
  }
}

/**
 * The same outline with absolute moves, lines, cubic curves and closings alone, to a hundredth.
 * @param {string} data
 */
function plain(data) {
  let out = "";
  const say = (/** @type {string} */ letter, /** @type {number[]} */ ...numbers) => {
    out += letter + numbers.map((value) => String(Math.round(value * 100) / 100 + 0)).join(" ");
  };
  svgPath(data)
    .abs()
    .unarc()
    .unshort()
    .abs()
    .iterate((/** @type {any[]} */ [letter, ...n], _index, x, y) => {
      switch (letter) {
        case "H":
          return say("L", n[0], y);
        case "V":
          return say("L", x, n[0]);
        case "Q": {
          const [cx, cy, toX, toY] = n;
          const third = (/** @type {number} */ from, /** @type {number} */ to) =>
            from + ((to - from) * 2) / 3;
          return say("C", third(x, cx), third(y, cy), third(toX, cx), third(toY, cy), toX, toY);
        }
        default:
          return say(letter, ...n);
      }
    });
  return out;
}
