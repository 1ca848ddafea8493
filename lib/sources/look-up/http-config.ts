import { z } from "zod";
import { faultOfAddress, LONGEST_ADDRESS, paramsOf, readTemplate, secretsOf } from "./address-template";
import { isHeaderValue, isSendableHeader } from "./header-rule";
import { isPointer } from "./json-pointer";

const paramName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,41}$/, "Expected a name of small letters, digits and _, such as id.");

/** Headers that hold a key: it is kept as a secret, and not where everybody reads how a source is asked. */
const KEYS = /^(?:authorization|api-?key|.*-(?:key|token))$/i;

const header = z
  .strictObject({
    name: z.string().max(64, "A header's name has at most 64 characters.").refine(isSendableHeader, {
      error:
        "Expected a header such as Authorization, Accept or X-Api-Key. Host, Cookie and what steers connections are not sent.",
    }),
    value: z
      .string()
      .max(1_000, "A header has at most 1,000 characters.")
      .refine(isHeaderValue, { error: "A header holds letters, digits and signs of ASCII only." })
      .refine((value) => paramsOf(readTemplate(value)).length === 0, {
        error: "A header holds no values of the picture's address, only secrets such as {{secret:api_key}}.",
      }),
  })
  .refine(({ name, value }) => !KEYS.test(name) || secretsOf(readTemplate(value)).length > 0, {
    error:
      "This header holds a key. Write {{secret:api_key}} in its place and enter the key as a secret, which is stored encrypted.",
    path: ["value"],
  });

const valueName = z
  .string()
  .min(1, "A value needs a name.")
  .max(60, "A value's name has at most 60 characters.")
  .regex(/^(?! )[^\p{C}]+(?<! )$/u, "A value's name is one line of text, without spaces around it.")
  .refine((name) => !["__proto__", "constructor", "prototype"].includes(name), {
    error: "This name means something else to programs. Choose another.",
  });

const pointer = z.string().max(500, "A pointer has at most 500 characters.").refine(isPointer, {
  error: "Expected a JSON pointer such as /customer/points: a slash before each step.",
});

/** How an address is asked for data, and what is read from the answer: everything but its secrets. */
export const httpConfig = z
  .strictObject({
    address: z
      .string()
      .max(LONGEST_ADDRESS, "An address has at most 2,000 characters.")
      .superRefine((address, context) => {
        const fault = faultOfAddress(address);
        if (fault !== null) context.addIssue({ code: "custom", message: fault });
      }),
    headers: z
      .array(header)
      .max(20, "At most 20 headers are sent.")
      .refine((headers) => new Set(headers.map(({ name }) => name.toLowerCase())).size === headers.length, {
        error: "Each header is sent once. Remove the second of the same name.",
      })
      .default([]),
    format: z.enum(["json", "csv", "feed"]).default("json"),
    /** Of a sheet: the row whose `column` holds what stands in the address under `param`; null: the first. */
    row: z
      .strictObject({
        column: z.string().min(1, "Choose the column that a row is found by.").max(200),
        param: paramName,
      })
      .nullable()
      .default(null),
    values: z
      .record(z.string(), pointer)
      .superRefine((values, context) => {
        for (const name of Object.keys(values)) {
          const fault = valueName.safeParse(name).error?.issues[0]?.message;
          if (fault !== undefined) context.addIssue({ code: "custom", message: fault, path: [name] });
        }
      })
      .default({})
      .refine((values) => Object.keys(values).length <= 100, { error: "A source gives at most 100 values." }),
    /** How long a picture waits for it, ms. */
    timeoutMs: z.int().min(100).max(3_000).default(800),
    /** How long an answer holds, s. */
    cacheSeconds: z.int().min(0).max(86_400).default(300),
    /** How long the last good answer may stand in for one that does not come, s. */
    staleSeconds: z.int().min(0).max(2_592_000).default(86_400),
  })
  .refine(({ format, row }) => row === null || format === "csv", {
    error: "Only a sheet has rows to be found.",
    path: ["row"],
  });
export type HttpConfig = z.infer<typeof httpConfig>;

/** Names of the picture's address that a source needs. */
export function paramsOfConfig({ address, row }: HttpConfig): string[] {
  return [...new Set([...paramsOf(readTemplate(address)), ...(row ? [row.param] : [])])];
}

/** Names of the secrets that a source needs. */
export function secretsOfConfig({ address, headers }: HttpConfig): string[] {
  return [
    ...new Set(
      [address, ...headers.map(({ value }) => value)].flatMap((text) => secretsOf(readTemplate(text))),
    ),
  ];
}
