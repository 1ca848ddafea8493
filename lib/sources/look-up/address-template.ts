import { AppError } from "@/lib/errors";

/** `{{name}}`: a parameter of the picture's address. `{{secret:name}}`: a secret of the source. */
const PLACEHOLDER = /\{\{\s*(?:(secret):)?([a-z][a-z0-9_]{0,41})\s*\}\}/g;

/** Scheme, host and port, whole before anything is put in: no value decides where a request goes. */
const ORIGIN = /^https?:\/\/[^/?#\\@\s{}]+(?=[/?])/i;

/** A path's step that leads up or nowhere, as browsers and servers read it. */
const DOTS = /^(?:\.|%2e){1,2}$/i;

/** Most characters of an address as it is written. */
export const LONGEST_ADDRESS = 2_000;

type Part = { text: string } | { name: string; secret: boolean };

/** An address or a header's value, in parts. */
export type Template = readonly Part[];

/** Takes a text apart at its placeholders. */
export function readTemplate(text: string): Template {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const [whole, secret, name = ""] = match;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ name, secret: secret !== undefined });
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** Names of the parameters that a template needs, each once. */
export function paramsOf(template: Template): string[] {
  return [...new Set(template.flatMap((part) => ("name" in part && !part.secret ? [part.name] : [])))];
}

/** Names of the secrets that a template needs, each once. */
export function secretsOf(template: Template): string[] {
  return [...new Set(template.flatMap((part) => ("name" in part && part.secret ? [part.name] : [])))];
}

/** What is wrong with an address as it is written, as a sentence; null: nothing. */
export function faultOfAddress(address: string): string | null {
  const control = /[\p{Cc}\p{Cs}]/u.test(address);
  const origin = ORIGIN.exec(address)?.[0];
  if (control || origin === undefined || !URL.canParse(origin)) {
    return "Expected an address that begins with http:// or https://, a host and a slash, such as https://api.example.com/customers/{{id}}. Placeholders stand behind the host: no value decides where a request goes.";
  }
  if (address.includes("#"))
    return "An address for data has no part behind #: servers never see it. Leave it out.";
  const rest = address.slice(origin.length);
  if (/[{}]/.test(rest.replace(PLACEHOLDER, ""))) {
    return "A placeholder is a name of small letters, digits and _ in two pairs of braces, such as {{id}}.";
  }
  const path = rest.split("?", 1)[0] ?? "";
  if (secretsOf(readTemplate(path)).length > 0)
    return "A secret stands in a header or behind the ?, not in the path.";
  return null;
}

/** Where requests go: scheme, host and port. */
export function originOf(address: string): string {
  const origin = ORIGIN.exec(address)?.[0];
  return origin !== undefined && URL.canParse(origin) ? new URL(origin).origin : "";
}

/**
 * Puts values in, each percent-encoded. null where one is missing, or would lead to another place than its own.
 *
 * @throws AppError `invalid` for a secret that is not there
 */
export function fillAddress(
  address: string,
  values: Readonly<Record<string, string>>,
  secrets: Readonly<Record<string, string>>,
): string | null {
  const pieces: string[] = [];
  for (const part of readTemplate(address)) {
    if ("text" in part) pieces.push(part.text);
    else if (part.secret) pieces.push(encode(requireSecret(secrets, part.name)));
    else {
      const value = Object.hasOwn(values, part.name) ? values[part.name] : undefined;
      if (value === undefined || value === "") return null;
      pieces.push(encode(value));
    }
  }
  const filled = pieces.join("");
  const path = filled.slice(ORIGIN.exec(filled)?.[0].length ?? 0).split("?", 1)[0] ?? "";
  const wrote = address.slice(ORIGIN.exec(address)?.[0].length ?? 0).split("?", 1)[0] ?? "";
  // Whoever wrote `..` meant it; a value that becomes one does not lead out of its place.
  if (path.split("/").some((step) => DOTS.test(step)) && !wrote.split("/").some((step) => DOTS.test(step))) {
    return null;
  }
  return filled;
}

/**
 * Puts secrets into a header's value.
 *
 * @throws AppError `invalid` for one that is not there
 */
export function fillHeader(value: string, secrets: Readonly<Record<string, string>>): string {
  return readTemplate(value)
    .map((part) => ("text" in part ? part.text : part.secret ? requireSecret(secrets, part.name) : ""))
    .join("");
}

/** As in a path's step and in a query alike; half characters, which have no encoding, become marks. */
function encode(value: string): string {
  return encodeURIComponent(value.replace(/\p{Cs}/gu, "\ufffd"));
}

function requireSecret(secrets: Readonly<Record<string, string>>, name: string): string {
  const secret = Object.hasOwn(secrets, name) ? secrets[name] : undefined;
  if (secret !== undefined) return secret;
  throw new AppError("invalid", `The secret "${name}" is not there. Enter it below the headers.`);
}
