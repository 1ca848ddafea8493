/**
 * What merge tags look like, one entry a grammar. `whole` matches one tag, `cut` a tag that was cut off after its
 * opener. Patterns have no nested repetition over the same characters, so matching is linear.
 */
export type TagShape = {
  senders: string;
  /** Source of a pattern, unanchored. */
  whole: string;
  /** Source of a pattern for what is left of a tag at the end of a value, unanchored. */
  cut: string;
};

/** Names that stand in tags whose delimiters are single characters, where a delimiter alone proves nothing. */
const KNOWN_NAMES = [
  "firstname",
  "first_name",
  "lastname",
  "last_name",
  "fullname",
  "full_name",
  "email",
  "emailaddress",
  "company",
  "acct_name",
];

/** Each known name and what a cut leaves of it, three letters at least; longest first. */
const KNOWN_STARTS = [
  ...new Set(
    KNOWN_NAMES.flatMap((name) =>
      Array.from({ length: name.length - 2 }, (_, cut) => name.slice(0, name.length - cut)),
    ),
  ),
].sort((a, b) => b.length - a.length);

const anyCase = (names: readonly string[]) =>
  names.map((name) => name.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)).join("|");

const KNOWN = anyCase(KNOWN_NAMES);
const KNOWN_CUT = anyCase(KNOWN_STARTS);

/** Text inside braces, with `${name}` in it as one piece. The alternatives exclude each other. */
const BODY = "(?:[^{}$]|\\$\\{[^{}]*\\}|\\$(?!\\{))*";
const CUT_BODY = "(?:[^}$]|\\$\\{[^}]*\\}|\\$(?!\\{[^}]*\\}))*";
const FIELD_OF = "(?:contact|lead|owner|company)field";

export const TAG_SHAPES: readonly TagShape[] = [
  {
    senders:
      "Klaviyo, HubSpot, Brevo, Customer.io, Braze, Iterable, Kit, Instantly, Smartlead, lemlist, Drip, SendGrid, " +
      "Postmark, Shopify Email, ManyChat, Marketo, and our own placeholders",
    whole: `\\{\\{\\{?\\s*(?:[#/^&]\\s*)?(?=[\\p{L}_]|\\$\\{)${BODY}\\}?\\}\\}`,
    cut: `\\{\\{\\{?\\s*(?:[#/^&]\\s*)?(?:(?=[\\p{L}_]|\\$(?:\\{|$))${CUT_BODY})?\\}?`,
  },
  {
    senders: "Liquid and Django blocks; Marketo's {%= %}; Omnisend's [% %]",
    whole: "(?:\\{%[=-]?\\s*[\\p{L}_][^%]*%\\}|\\[%\\s*[\\p{L}_][^%]*%\\])",
    cut: "(?:\\{%[=-]?(?:\\s*[\\p{L}_][^%}]*%?)?|\\[%(?:\\s*[\\p{L}_][^%\\]]*%?)?)",
  },
  {
    senders: "Mailchimp",
    whole: "\\*\\|[\\p{L}_][^|]*\\|\\*",
    cut: "\\*\\|(?:[\\p{L}_][^|]*\\|?)?",
  },
  {
    senders: "Salesforce Marketing Cloud",
    whole: "%%(?:=[^%]*=|\\[[^%]*\\]|[A-Za-z_][\\w .:@-]*)%%",
    cut: "%%(?:=[^%]*%?|\\[[^%]*%?|[A-Za-z_][\\w .:@-]*%?)?",
  },
  {
    senders: "Omnisend, GetResponse, Constant Contact",
    whole: "\\[\\[\\s*[\\p{L}_][^\\[\\]]*\\]\\]",
    cut: "\\[\\[(?:\\s*[\\p{L}_][^\\[\\]]*\\]?)?",
  },
  {
    senders: "Landbot",
    whole: "@\\{[\\p{L}_][^{}]*\\}",
    cut: "@\\{(?:[\\p{L}_][^{}]*)?",
  },
  {
    senders: "MailerLite",
    whole: "\\{\\$[A-Za-z_][^{}]*\\}",
    cut: "\\{\\$(?:[A-Za-z_][^{}]*)?",
  },
  {
    senders: "Tools that write a dollar sign before a name in braces",
    whole: "\\$\\{[A-Za-z_][^{}]*\\}",
    cut: "\\$\\{(?:[A-Za-z_][^{}]*)?",
  },
  {
    senders: "Mautic",
    whole: `\\{${FIELD_OF}=[^{}]*\\}`,
    cut: `\\{${FIELD_OF}(?:=[^{}]*)?`,
  },
  {
    senders: "ActiveCampaign",
    whole: `%(?:[A-Z][A-Z0-9_-]+|${KNOWN})%`,
    cut: `%(?:${KNOWN_CUT})`,
  },
  {
    senders: "Campaign Monitor",
    whole: `\\[(?:(?:${KNOWN})(?:,[^\\[\\]]*)?|[A-Za-z]\\w*,fallback=[^\\[\\]]*)\\]`,
    cut: `\\[(?:(?:${KNOWN})(?:,[^\\[\\]]*)?|${KNOWN_CUT}|[A-Za-z]\\w*,fallback=[^\\[\\]]*)`,
  },
  {
    senders: "Constant Contact, older form",
    whole: "\\$SUBSCRIBER\\.[A-Z_.]+\\$",
    cut: "\\$SUBSCRIBER(?:\\.[A-Z_.]*)?",
  },
];

/** Conditional blocks that hold text between their tags. The closer may be missing: cut off. */
export const BLOCK_SHAPES: readonly { opener: string; closer: string }[] = [
  { opener: "\\*\\|(?:IF|IFNOT|ELSEIF):[^|]*\\|\\*", closer: "\\*\\|END:IF\\|\\*" },
  {
    opener: "\\{%-?\\s*(?:if|unless|case|with)\\b[^%]*%\\}",
    closer: "\\{%-?\\s*end(?:if|unless|case|with)\\s*-?%\\}",
  },
  { opener: "\\[%\\s*(?:if|unless|case)\\b[^%]*%\\]", closer: "\\[%\\s*end(?:if|unless|case)\\s*%\\]" },
  { opener: "\\{\\{\\s*[#^]\\s*[\\w.]+[^{}]*\\}\\}", closer: "\\{\\{\\s*/\\s*[\\w.]+\\s*\\}\\}" },
];
