export type MailContent = {
  /** What it is about, in a few words; the subject mostly says the same. */
  heading: string;
  /** Paragraphs before the link. Plain text: whatever stands in them is shown as it is. */
  paragraphs: readonly string[];
  /** The one link, shown as an address that can be read before it is opened. */
  link?: { label: string; url: string };
  /** What to do when the mail was not expected, how long it holds. */
  closing?: readonly string[];
};

const TEXT = "#18181d";
const MUTED = "#5b5b66";
const ACCENT = "#4455e6";

/** A mail as text and as HTML that says the same. Everything given is escaped; nothing is loaded from anywhere. */
export function mailLayout({ heading, paragraphs, link, closing = [] }: MailContent): {
  text: string;
  html: string;
} {
  const before = [heading, ...paragraphs].map(oneParagraph);
  const after = closing.map(oneParagraph);
  const text = [
    ...before,
    ...(link ? [`${oneParagraph(link.label)}:\n${link.url}`] : []),
    ...after,
    "Nameplate",
  ];
  const [title = "", ...body] = before;
  const html = [
    `<h1 style="margin:0 0 16px;font-size:20px;line-height:28px;font-weight:600;color:${TEXT}">${escapeHtml(title)}</h1>`,
    ...body.map((paragraph) => paragraphHtml(paragraph, TEXT)),
    ...(link ? [linkHtml(oneParagraph(link.label), link.url)] : []),
    ...after.map((paragraph) => paragraphHtml(paragraph, MUTED)),
  ];
  return { text: `${text.join("\n\n")}\n`, html: page(html.join("\n")) };
}

/** A name with line breaks in it must not look like paragraphs of ours. */
function oneParagraph(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

function paragraphHtml(paragraph: string, colour: string): string {
  return `<p style="margin:0 0 12px;font-size:15px;line-height:23px;color:${colour}">${escapeHtml(paragraph)}</p>`;
}

function linkHtml(label: string, url: string): string {
  const shown = escapeHtml(url);
  return `<p style="margin:0 0 16px;font-size:15px;line-height:23px;color:${TEXT}">${escapeHtml(label)}:<br>
<a href="${shown}" style="color:${ACCENT};word-break:break-all">${shown}</a></p>`;
}

function page(body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Nameplate</title></head>
<body style="margin:0;padding:24px;background:#ffffff;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<div style="max-width:520px;margin:0 auto">
${body}
<p style="margin:24px 0 0;font-size:13px;line-height:20px;color:${MUTED}">Nameplate</p>
</div>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
