import type { Field, FieldType } from "./field";

/** What a field's values are about, as far as its type and its key tell: people name their fields much alike. */
export type ValueKind =
  | "firstName"
  | "lastName"
  | "fullName"
  | "company"
  | "place"
  | "email"
  | "code"
  | "words"
  | "amount"
  | "day"
  | "picture"
  | "address"
  | "colour"
  | "yesNo";

const BY_TYPE: Record<Exclude<FieldType, "text">, ValueKind> = {
  number: "amount",
  date: "day",
  image: "picture",
  url: "address",
  color: "colour",
  boolean: "yesNo",
};

/** Tried in this order; whole words of a key, between underscores. */
const BY_KEY: readonly (readonly [RegExp, ValueKind])[] = [
  [/^(e?mail|email_address)$|_e?mail$/, "email"],
  [/(^|_)(logo|photo|picture|image|avatar|headshot)(_(url|link))?$/, "picture"],
  [/^(url|link|website|domain)$|_(url|link|website)$/, "address"],
  [/^f_?name$|^(first|given|fore|nick)_?name$|^(first|nickname)$/, "firstName"],
  [/^l_?name$|^(last|family|sur)_?name$|^(last|surname)$/, "lastName"],
  [/^(company|organi[sz]ation|org|employer|brand|business|team|store|shop)(_name)?$/, "company"],
  [
    /^(city|town|country|region|street|address|location|venue|place)$|_(city|country|venue|address)$/,
    "place",
  ],
  [
    /(^|_)(code|id|sku|coupon|voucher|serial|reference|ref|token)$|^(order|ticket|invoice|seat)_(number|no)$/,
    "code",
  ],
  [
    /(^|_)(points|amount|price|total|balance|count|score|quantity|discount|percent|miles|credits?|age)$/,
    "amount",
  ],
  [/(^|_)(date|day|birthday|deadline|expires|until|on|at)$/, "day"],
  [
    /^(name|full_?name|(contact|customer|guest|user|member|recipient|person|speaker|student|winner|host)(_name)?)$/,
    "fullName",
  ],
];

/** The kind of a field's values. Text whose key says nothing is `words`. */
export function valueKindOf({ type, key }: Pick<Field, "type" | "key">): ValueKind {
  if (type !== "text") return BY_TYPE[type];
  return BY_KEY.find(([pattern]) => pattern.test(key))?.[1] ?? "words";
}
