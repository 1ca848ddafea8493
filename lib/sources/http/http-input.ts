import { z } from "zod";
import { AppError } from "@/lib/errors";
import { isPostable } from "@/lib/render/remote/post-remote";
import { env } from "@/lib/server/env";
import { originOf, readTemplate } from "../look-up/address-template";
import { isHeaderValue } from "../look-up/header-rule";
import { type HttpConfig, httpConfig, paramsOfConfig, secretsOfConfig } from "../look-up/http-config";
import { sourceName } from "../manage-sources";

/** Secrets by name, as they are entered; they are never given back. */
const secrets = z
  .record(
    z.string().regex(/^[a-z][a-z0-9_]{0,41}$/, "A secret's name has small letters, digits and _."),
    z
      .string()
      .min(1, "Enter the secret.")
      .max(4_000, "A secret has at most 4,000 characters.")
      .refine(isHeaderValue, { error: "A secret holds letters, digits and signs of ASCII only." }),
  )
  .refine((all) => Object.keys(all).length <= 20, "A source has at most 20 secrets.")
  .default({});

/** What would stand in the picture's address, by name. */
const sample = z.record(z.string().max(42), z.string().max(4_096)).default({});

/** What nobody asks for is not taken, so that a name that was typed wrong is seen. */
function refuseUnnamed(
  { config, secrets: given, sample = {} }: { config: HttpConfig; secrets: object; sample?: object },
  context: z.RefinementCtx,
): void {
  const named = { secrets: secretsOfConfig(config), sample: paramsOfConfig(config) };
  for (const [part, names] of [
    ["secrets", Object.keys(given)],
    ["sample", Object.keys(sample)],
  ] as const) {
    for (const name of names) {
      if (named[part].includes(name)) continue;
      const message = `“${name}” is not asked for. Expected ${named[part].join(", ") || "none"}.`;
      context.addIssue({ code: "custom", message, path: [part, name] });
    }
  }
}

export const createHttpInput = z
  .strictObject({ name: sourceName, config: httpConfig, secrets })
  .superRefine(refuseUnnamed);
export type CreateHttpInput = z.infer<typeof createHttpInput>;

/** Secrets that are left out stay as they are, as long as requests go to the same place. */
export const changeHttpInput = z.strictObject({ config: httpConfig, secrets }).superRefine(refuseUnnamed);
export type ChangeHttpInput = z.infer<typeof changeHttpInput>;

export const testHttpInput = z
  .strictObject({
    /** Whose stored secrets are used where none are given; null: it is not made yet. */
    id: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,60}$/)
      .nullable()
      .default(null),
    config: httpConfig,
    secrets,
    sample,
  })
  .superRefine(refuseUnnamed);
export type TestHttpInput = z.infer<typeof testHttpInput>;

/** A test of a source that is there: as it is asked, or, with `config`, as it would be. */
export const testStoredHttpInput = z.strictObject({
  config: httpConfig.optional(),
  secrets,
  sample,
});
export type TestStoredHttpInput = z.infer<typeof testStoredHttpInput>;

/** Whatever is wrong with an address, the sentence is the same: it must not tell what our network can reach. */
export function requireAskable({ address }: HttpConfig): void {
  const { PUBLIC_URL, ALLOW_PRIVATE_SOURCES, SOURCE_PORTS } = env();
  const example = readTemplate(address)
    .map((part) => ("text" in part ? part.text : "x"))
    .join("");
  const may = isPostable(example, {
    ownHosts: [new URL(PUBLIC_URL).hostname],
    allowPrivate: ALLOW_PRIVATE_SOURCES,
    ports: SOURCE_PORTS,
  });
  if (may) return;
  throw new AppError(
    "invalid",
    "Data cannot be asked for at this address. Expected a public http or https address, such as https://api.example.com/customers/{{id}}.",
    { path: "/config/address" },
  );
}

type Stored = { address: string; secrets: Readonly<Record<string, string>> };

/**
 * The secrets that a source has after a change: those that are given, and of the stored ones those that are still
 * named. Stored ones stay where they were entered for: whoever may change an address may not read them by that.
 *
 * @throws AppError `invalid` naming the first that is missing
 */
export function secretsAfter(
  config: HttpConfig,
  given: Readonly<Record<string, string>>,
  stored: Stored | null,
): Record<string, string> {
  const isSamePlace = stored !== null && originOf(stored.address) === originOf(config.address);
  return Object.fromEntries(
    secretsOfConfig(config).map((name) => {
      const before = stored && Object.hasOwn(stored.secrets, name) ? stored.secrets[name] : undefined;
      const secret = Object.hasOwn(given, name) ? given[name] : isSamePlace ? before : undefined;
      if (secret !== undefined) return [name, secret];
      const message =
        before === undefined
          ? `The secret “${name}” is missing. Enter it.`
          : `The secret “${name}” was entered for another host. Enter it again, so that it goes only where you want it to.`;
      throw new AppError("invalid", message, { path: `/secrets/${name}` });
    }),
  );
}
