import { resolve } from "node:path";
import ipaddr from "ipaddr.js";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { PLAN_IDS } from "@/lib/usage/plans";
import { keptSecret } from "./kept-secret";
import { processWide, takeProcessWide } from "./process-registry";

/** Fewer bytes than this can be guessed; 32 is what `openssl rand -base64 32` gives. */
const SECRET_BYTES = 32;

/** Secrets that stand in documentation. Long enough or not, everybody knows them. */
const PUBLISHED_SECRETS = /change[-_ ]?me|your[-_ ]?(own[-_ ]?)?secret|example|placeholder/i;

const list = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  );

/** Address blocks. A wrong one is said at the start, not at the first picture that needs it. */
const blocks = list.superRefine((given, context) => {
  const wrong = given.find((block) => !ipaddr.isValidCIDR(block));
  if (wrong === undefined) return;
  context.addIssue(`must list address blocks such as 10.1.0.0/16,fd00::/8; ${JSON.stringify(wrong)} is none`);
});

const ports = list
  .refine((given) => given.every((port) => /^[1-9]\d{0,4}$/.test(port) && Number(port) <= 65_535), {
    error: "must list ports such as 8443,9000",
  })
  .transform((given) => given.map(Number));

/** A bare address, or a name and an address in angle brackets; one line either way. */
const SENDER = /^(?:[^\s<>@,;]+@[^\s<>@,;]+|[^<>@,;\r\n]+<[^\s<>@,;]+@[^\s<>@,;]+>)$/;

const schema = z.object({
  /** The database, as a connection URL. `npm start` sets it when it runs a database of its own. */
  DATABASE_URL: z
    .string({
      error: "is missing. Give the Postgres address, such as postgresql://user:password@host:5432/name",
    })
    .regex(/^postgres(ql)?:\/\//, "must start with postgresql://"),
  /** Where the server listens. */
  PORT: z.coerce.number({ error: "must be a number" }).int().min(0).max(65_535).default(3000),
  /** Address to listen on. Unset: this machine only in local mode, every interface in production. */
  HOST: z.string().min(1).optional(),
  /** What recipients' mail programs ask for, without a slash at the end. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "must be a web address such as https://img.example.com" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  NEXTAUTH_SECRET: z.string().min(1).optional(),
  /** Uploaded pictures and, with the embedded database, its files. */
  DATA_DIR: z
    .string()
    .min(1)
    .default(".data")
    .transform((folder) => resolve(folder)),
  /** Where the build puts the programs that the server starts beside itself. */
  BUILD_DIR: z
    .string()
    .min(1)
    .default(".data/build")
    .transform((folder) => resolve(folder)),
  /** Threads that paint. Unset: three for every two cores. */
  PAINT_THREADS: z.coerce.number({ error: "must be a number" }).int().min(1).max(64).optional(),
  /** Whether the server starts the process that makes batches. `off`: others do (`npm run worker`). */
  BATCH_WORKER: z.enum(["on", "off"], { error: "must be on or off" }).default("on"),
  /** Most megabytes of finished pictures kept on disk. */
  PICTURE_CACHE_MB: z.coerce.number({ error: "must be a number" }).int().min(0).max(1_000_000).default(1_000),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** Address ranges (CIDR, comma between) that remote pictures may come from although they are not public. */
  ALLOW_PRIVATE_SOURCES: blocks,
  /** The plan of workspaces that were given none: what they may use. */
  DEFAULT_PLAN: z.enum(PLAN_IDS, { error: `must be one of ${PLAN_IDS.join(", ")}` }).default("self-hosted"),
  /** Ports that webhooks may be sent to beside 80 and 443. */
  WEBHOOK_PORTS: ports,
  /** Ports that live sources may be asked on beside 80 and 443. */
  SOURCE_PORTS: ports,
  /** How many proxies stand in front, each of which adds to X-Forwarded-For. What a client claims there is dropped. */
  TRUSTED_PROXIES: z.coerce
    .number({ error: "must be a number" })
    .int("must be a whole number")
    .min(0, "must not be negative")
    .max(10, "must be 10 at most")
    .default(0),
  /** The server that takes our mails, as a URL; it may hold a password. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/\s]+/, "must be an address such as smtps://user:password@mail.example.com")
    .optional(),
  /** Who our mails say they come from. */
  MAIL_FROM: z
    .string()
    .regex(SENDER, "must be an address such as Nameplate <nameplate@example.com>")
    .optional(),
  /** Mails of results a minute, of all batches and processes together. */
  MAIL_PER_MINUTE: z.coerce.number({ error: "must be a number" }).int().min(1).max(6_000).default(30),
  /** Mails of results a day that one workspace may send. */
  MAIL_PER_DAY: z.coerce.number({ error: "must be a number" }).int().min(0).max(1_000_000).default(2_000),
  /** Keys of the apps that people sign in with; a pair each, or none. */
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GITHUB_ID: z.string().optional(),
  GITHUB_SECRET: z.string().optional(),
  /** local: demo conveniences, a secret of its own making. production: nothing is assumed. */
  NAMEPLATE_MODE: z.enum(["local", "production"]).optional(),
  NODE_ENV: z.string().optional(),
});

export type Mode = "local" | "production";
export type Env = Omit<
  z.infer<typeof schema>,
  "NEXTAUTH_SECRET" | "NAMEPLATE_MODE" | "NODE_ENV" | "PUBLIC_URL"
> & {
  mode: Mode;
  /** Whether the framework's development server runs, which needs a laxer page policy. */
  development: boolean;
  PUBLIC_URL: string;
  NEXTAUTH_SECRET: string;
};

/** The settings of this process, read and checked at the first call. Throws a sentence naming each wrong variable. */
export function env(): Env {
  return processWide("env", () => readEnv(process.env));
}

/** The few variables that systems need to start a program at all; nothing of ours, and no secret. */
export function systemVariables(): NodeJS.ProcessEnv {
  const { NODE_ENV, PATH, SystemRoot, TEMP, TMPDIR } = process.env;
  return { NODE_ENV, PATH, SystemRoot, TEMP, TMPDIR };
}

/** Replaces what `env()` answers from, for tests; nothing puts the process's own variables back. */
export function replaceEnv(source: Record<string, string | undefined>): Env {
  takeProcessWide("env");
  return processWide("env", () => readEnv(source));
}

/**
 * Reads settings from variables. An empty variable counts as unset.
 * Production mode is NAMEPLATE_MODE=production, or NODE_ENV=production where NAMEPLATE_MODE is not set: the secret
 * must then be given. In local mode a missing one is made once and kept in the data folder. A short or published
 * secret is refused in both.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(filled);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new AppError("unavailable", `The settings cannot be used: ${faults.join("; ")}.`);
  }
  const missing = missingPartner(parsed.data);
  if (missing) throw new AppError("unavailable", `The settings cannot be used: ${missing}`);
  const { NAMEPLATE_MODE, NODE_ENV, NEXTAUTH_SECRET, PUBLIC_URL, ...rest } = parsed.data;
  const mode = NAMEPLATE_MODE ?? (NODE_ENV === "production" ? "production" : "local");
  return {
    ...rest,
    mode,
    development: NODE_ENV === "development",
    PUBLIC_URL: PUBLIC_URL ?? `http://localhost:${rest.PORT}`,
    NEXTAUTH_SECRET: secret(NEXTAUTH_SECRET, mode, rest.DATA_DIR),
  };
}

/** A sentence about a setting that is there without the other one it needs. */
function missingPartner(given: z.infer<typeof schema>): string | null {
  if (given.SMTP_URL !== undefined && given.MAIL_FROM === undefined) {
    return "SMTP_URL is set and MAIL_FROM is not. Set MAIL_FROM to who mails come from, such as Nameplate <nameplate@example.com>.";
  }
  for (const [id, secretName] of [
    ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
    ["GITHUB_ID", "GITHUB_SECRET"],
  ] as const) {
    if ((given[id] === undefined) === (given[secretName] === undefined)) continue;
    return `${id} and ${secretName} belong together, and one of them is missing. Set both or neither.`;
  }
  return null;
}

function secret(given: string | undefined, mode: Mode, dataDir: string): string {
  const advice = `Set NEXTAUTH_SECRET to at least ${SECRET_BYTES} random bytes, for example from: openssl rand -base64 32`;
  if (given === undefined) {
    if (mode === "local") return keptSecret(dataDir);
    throw new AppError(
      "unavailable",
      `NEXTAUTH_SECRET is missing, and production mode makes none up. ${advice}`,
    );
  }
  const bytes = Buffer.byteLength(given);
  if (bytes < SECRET_BYTES) {
    throw new AppError("unavailable", `NEXTAUTH_SECRET has ${bytes} bytes, which can be guessed. ${advice}`);
  }
  if (PUBLISHED_SECRETS.test(given) || new Set(given).size < 8) {
    throw new AppError(
      "unavailable",
      `NEXTAUTH_SECRET is a text from documentation, known to all. ${advice}`,
    );
  }
  return given;
}
