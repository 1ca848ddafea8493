import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type MailServer, startMailServer } from "@/lib/server/mail/testing/mail-server";
import { freePort } from "@/lib/server/postgres/free-port";

const ROOT = join(import.meta.dirname, "..");

/** What the program says when it answers. */
const READY = /Nameplate is ready: (http:\S+)/;

export type ServerWithMail = { address: string; mail: MailServer; stop: () => Promise<void> };

/**
 * The built program as an operator starts it who has set a mail server, with a database and a data folder of its own: the
 * server that other tests ask keeps mails at `/outbox`.
 */
export async function startServerWithMail(settings: Record<string, string>): Promise<ServerWithMail> {
  const mail = await startMailServer();
  const folder = mkdtempSync(join(tmpdir(), "nameplate-mail-"));
  const { DATABASE_URL: _, NODE_OPTIONS: __, ...rest } = process.env;
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...rest,
      NODE_ENV: "production",
      NAMEPLATE_MODE: "local",
      PORT: String(await freePort()),
      DATA_DIR: folder,
      LOG_LEVEL: "warn",
      SMTP_URL: mail.url,
      MAIL_FROM: "Nameplate <nameplate@sender.example>",
      ...settings,
    },
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    await mail.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { address: await readyAt(child), mail, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readyAt(child: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((done, fail) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (part: Buffer) => {
        said += part;
        const [, address] = READY.exec(said) ?? [];
        if (address) done(address);
      });
    }
    child.once("exit", (code) => fail(new Error(`The server ended with ${code}: ${said.slice(-2000)}`)));
  });
}
