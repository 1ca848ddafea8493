import type { ErrorCode } from "@/lib/errors";

export type HostileSvg = {
  id: string;
  what: string;
  bytes: Buffer;
  /** The refusal's code, or that a clean picture comes out: the green square without what was to be smuggled in. */
  expected: ErrorCode | "picture";
};

export type Bait = {
  /** Address of a listener that must never be asked. */
  url: string;
  /** Absolute path of a picture on this machine. */
  file: string;
  /** Path of the same picture from where a child stands. */
  sibling: string;
};

const HEAD = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

/** A green square of 40 px, on the left of which lies whatever is to be smuggled in. */
function svg(content: string, attributes = ""): string {
  return `<svg ${HEAD} width="40" height="40" ${attributes}><rect width="40" height="40" fill="#00ff00"/>${content}</svg>`;
}

const picture = (href: string) => `<image width="40" height="40" xlink:href="${href}" href="${href}"/>`;

/** SVGs that reach for the network, for files, or for all of the machine's time and memory. */
export function hostileSvgs({ url, file, sibling }: Bait): HostileSvg[] {
  const list: Array<[id: string, what: string, text: string, expected: HostileSvg["expected"]]> = [
    ["S1", "a script", svg(`<script href="${url}"/><script>fetch("${url}")</script>`), "picture"],
    ["S2", "handlers", svg(`<g onclick="fetch('${url}')"/>`, `onload="fetch('${url}')"`), "picture"],
    ["S3", "a picture on the web", svg(picture(url)), "picture"],
    ["S4", "a picture by its absolute path", svg(picture(file)), "picture"],
    ["S5", "a picture by its relative path", svg(picture(sibling)), "picture"],
    ["S6", "a picture by a file address", svg(picture(`file://${file}`)), "picture"],
    ["S7", "a file as an entity", doctype(`<!ENTITY x SYSTEM "file://${file}">`), "invalid"],
    ["S8", "an address as an entity", doctype(`<!ENTITY x SYSTEM "${url}">`), "invalid"],
    ["S9", "a billion laughs", doctype(laughs()), "invalid"],
    ["S10", "ten million uses", svg(uses()), "invalid"],
    ["S11", "a canvas of 100000 × 100000", svg("").replace(/(width|height)="40"/g, '$1="100000"'), "picture"],
    ["S12", "filters without end", svg(filters()), "picture"],
    ["S13", "a page and style sheets", svg(foreign(url, file)), "picture"],
  ];
  return list.map(([id, what, text, expected]) => ({ id, what, bytes: Buffer.from(text), expected }));
}

function doctype(declarations: string): string {
  return `<?xml version="1.0"?><!DOCTYPE svg [${declarations}]>${svg("<text>&x;</text>")}`;
}

function laughs(): string {
  const levels = Array.from(
    { length: 9 },
    (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
  );
  return `<!ENTITY l0 "ha">${levels.join("")}<!ENTITY x "&l9;">`;
}

function uses(): string {
  const levels = Array.from({ length: 7 }, (_, level) => {
    const inner = `<use href="#u${level}" x="1"/>`.repeat(10);
    return `<g id="u${level + 1}">${inner}</g>`;
  });
  return `<g id="u0"><rect width="1" height="1"/></g>${levels.join("")}`;
}

function filters(): string {
  const blur = '<feGaussianBlur stdDeviation="100000"/>'.repeat(50);
  const noise = '<feTurbulence baseFrequency="9" numOctaves="100"/>'.repeat(50);
  return [
    `<filter id="far" x="-1000000%" y="-1000000%" width="2000000%" height="2000000%">${blur}</filter>`,
    `<filter id="near">${noise}${blur}</filter>`,
    '<g filter="url(#far)"><rect width="1" height="1"/></g>',
    '<g filter="url(#near)"><rect width="1" height="1"/></g>',
  ].join("");
}

function foreign(url: string, file: string): string {
  return [
    `<foreignObject width="40" height="40"><img xmlns="http://www.w3.org/1999/xhtml" src="${url}"/></foreignObject>`,
    `<style>@import url("${url}");</style>`,
    `<style>@\\69mport "${url}"; rect { fill: \\75rl(${url}) }</style>`,
    `<style>@font-face { font-family: x; src: url(file://${file}) }</style>`,
    `<g style="fill: url(${url}#a); filter: url('${url}#b')"><use xlink:href="${url}#c"/></g>`,
    `<set attributeName="href" to="${url}"/><a href="${url}"><title>out</title></a>`,
    `<filter id="f"><feImage href="${url}"/></filter><rect width="1" height="1" filter="url(#f)"/>`,
  ].join("");
}
