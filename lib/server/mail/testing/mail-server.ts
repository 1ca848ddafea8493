import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type Received = { from: string; to: string[]; raw: string };

export type MailServer = {
  /** What SMTP_URL is set to. */
  url: string;
  received: Received[];
  /** Every further recipient is refused with this sentence, or only those whose address the pattern fits. */
  refuse: (sentence: string, whom?: RegExp, code?: number) => void;
  /** Every further mail is refused with this code when all of it is there; null: none is any more. */
  refuseMails: (code: number | null) => void;
  /** Every further mail is taken, and its sender hears nothing: the connection is cut before the answer. */
  cutOff: () => void;
  /** Every further answer to a mail comes after so many ms; the mail is there before. */
  answerAfter: (ms: number) => void;
  stop: () => Promise<void>;
};

/** A mail server on this machine that keeps what it is given. */
export async function startMailServer(): Promise<MailServer> {
  const received: Received[] = [];
  let refusal: { sentence: string; whom: RegExp; code: number } | null = null;
  let mailsRefused: number | null = null;
  let cuts = false;
  let waits = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo: ({ address }, _session, done) =>
      refusal?.whom.test(address)
        ? done(Object.assign(new Error(refusal.sentence), { responseCode: refusal.code }))
        : done(),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (mailsRefused !== null)
          return done(Object.assign(new Error("not this one"), { responseCode: mailsRefused }));
        received.push({
          from: envelope.mailFrom === false ? "" : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("utf8"),
        });
        if (cuts) for (const connection of server.connections) connection.close();
        else setTimeout(done, waits);
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: (sentence, whom = /./, code = 550) => {
      refusal = { sentence, whom, code };
    },
    refuseMails: (code) => {
      mailsRefused = code;
    },
    cutOff: () => {
      cuts = true;
    },
    answerAfter: (ms) => {
      waits = ms;
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}
