import { parseFeed } from "feedsmith";
import { decodeEntities } from "@/lib/link/html-entities";
import { SourceFault } from "./source-fault";

/** Items of a feed that are read. */
const ITEMS = 50;

/** An entry of a feed, whichever kind of feed it stands in; what it does not say is not there. */
export type FeedItem = {
  title?: string;
  link?: string;
  /** Plain text. */
  description?: string;
  published?: string;
  author?: string;
  image?: string;
};

export type Feed = { title?: string; link?: string; description?: string; items: FeedItem[] };

/** RSS, Atom, RDF and JSON feeds as one shape, the newest item first. @throws SourceFault `not_feed` */
export function readFeed(text: string): Feed {
  const feed = parsed(text);
  const entries = [feed.items, feed.entries].find((list) => Array.isArray(list)) ?? [];
  const items = (Array.isArray(entries) ? entries : []).map((entry: unknown) => itemOf(record(entry)));
  const dated = items.map((item, place) => ({ item, place, at: Date.parse(item.published ?? "") }));
  // Those without a date keep their place behind the others.
  dated.sort((a, b) => order(b.at) - order(a.at) || a.place - b.place);
  return {
    ...stated("title", plain(feed.title)),
    ...stated("link", linkOf(feed)),
    ...stated("description", plain(feed.description ?? feed.subtitle)),
    items: dated.slice(0, ITEMS).map(({ item }) => item),
  };
}

function order(at: number): number {
  return Number.isNaN(at) ? Number.MIN_SAFE_INTEGER : at;
}

function parsed(text: string): Record<string, unknown> {
  try {
    return record(parseFeed(text).feed);
  } catch {
    throw new SourceFault("not_feed");
  }
}

function itemOf(entry: Record<string, unknown>): FeedItem {
  const dc = record(entry.dc);
  const content = record(entry.content);
  const date =
    entry.pubDate ?? entry.published ?? entry.date_published ?? entry.updated ?? first(dc.dates) ?? dc.date;
  return {
    ...stated("title", plain(entry.title)),
    ...stated("link", linkOf(entry)),
    ...stated(
      "description",
      plain(
        entry.description ??
          entry.summary ??
          entry.content_text ??
          content.encoded ??
          entry.content ??
          entry.content_html,
      ),
    ),
    ...stated("published", plain(date)),
    ...stated("author", authorOf(entry, dc)),
    ...stated("image", imageOf(entry)),
  };
}

function linkOf(of: Record<string, unknown>): string | undefined {
  const links = list(of.links).map(record);
  const link = links.find(({ rel }) => rel === undefined || rel === "alternate") ?? links[0];
  return plain(of.link ?? link?.href ?? of.url ?? of.home_page_url);
}

function authorOf(entry: Record<string, unknown>, dc: Record<string, unknown>): string | undefined {
  const author = first(entry.authors) ?? first(dc.creators) ?? dc.creator;
  return plain(record(author).name ?? author);
}

function imageOf(entry: Record<string, unknown>): string | undefined {
  const media = record(entry.media);
  const groups = list(media.groups).map(record);
  const contents = [...list(media.contents), ...groups.flatMap(({ contents: inside }) => list(inside))].map(
    record,
  );
  const links = list(entry.links).map(record);
  const isImage = ({ type, medium }: Record<string, unknown>) =>
    medium === "image" || String(type).startsWith("image/");
  const found =
    list(entry.enclosures).map(record).find(isImage)?.url ??
    contents.find(isImage)?.url ??
    record(first(media.thumbnails)).url ??
    links.find((link) => link.rel === "enclosure" && isImage(link))?.href ??
    entry.image ??
    entry.banner_image;
  return plain(found);
}

/** Characters of a text that are looked at: far more than any field shows. */
const LONGEST_TEXT = 20_000;

/** Takes tags and comments out, in one pass: what is foreign may hold a hundred thousand beginnings and no end. */
function withoutMarkup(text: string): string {
  let bare = "";
  let at = 0;
  for (;;) {
    const open = text.indexOf("<", at);
    if (open < 0) return bare + text.slice(at);
    bare += text.slice(at, open);
    const isComment = text.startsWith("<!--", open);
    const close = isComment ? text.indexOf("-->", open) : text.indexOf(">", open);
    const isTag = isComment || /^<\/?[a-z]/i.test(text.slice(open, open + 3));
    if (close < 0) return bare + text.slice(open);
    if (!isTag || (!isComment && text.slice(open + 1, close).includes("<"))) {
      bare += "<";
      at = open + 1;
      continue;
    }
    bare += " ";
    at = close + (isComment ? 3 : 1);
  }
}

/** Text without markup, from what is text, or an object that carries it. */
function plain(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? value : record(value).value;
  if (typeof text !== "string") return undefined;
  return (
    decodeEntities(withoutMarkup(text.slice(0, LONGEST_TEXT)))
      .replace(/\s+/g, " ")
      .trim() || undefined
  );
}

function stated<Name extends string>(name: Name, value: string | undefined): { [Key in Name]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { [Key in Name]?: string });
}

function first(value: unknown): unknown {
  return list(value)[0];
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
