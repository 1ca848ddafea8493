import { randomBytes } from "node:crypto";
import { z } from "zod";
import { clientAddress } from "@/lib/accounts/client-address";
import { networkOf } from "@/lib/accounts/network";
import { AppError } from "@/lib/errors";
import { imageUrl } from "@/lib/link/address";
import { db } from "@/lib/server/db";
import { readBody } from "@/lib/server/http/read-body";
import { log } from "@/lib/server/log";
import { createPersonLimiter, type PersonLimiter } from "@/lib/server/person-limiter";
import { processWide } from "@/lib/server/process-registry";
import { LONGEST_KEY } from "@/lib/server/source-reads";
import { tableConfig } from "../look-up/table-config";
import { putRow } from "../tables/change-row";
import { keyOf, saidBy } from "./answer-key";
import { question } from "./form-input";
import { formLimits } from "./form-limits";
import { closedPage, formPage, TRAP, thanksPage } from "./form-page";
import { formToken, judgeToken, pageOf } from "./form-token";
import { readAnswers } from "./read-answers";

/** Bytes of an answered form. */
const MOST_BYTES = 256_000;

/** Answers of one form that one network may send. */
const LIMIT = { most: 20, windowMs: 10 * 60_000 };

/** A page of a form, ready to send. */
export type FormAnswer = { status: number; html: string; nonce: string };

type Form = NonNullable<Awaited<ReturnType<typeof findForm>>>;

const CLOSED = "This form takes no answers at the moment.";

/** The page of a form. Whoever has its address may see it. */
export async function showForm(key: string, query: URLSearchParams, now = new Date()): Promise<FormAnswer> {
  const form = await findForm(key);
  const shut = refusal(form);
  if (shut || !form) return shut ?? missing();
  return asking(form, { id: query.get("id") ?? "", now });
}

/**
 * Takes what somebody answered: as a row of the form's table, and thanks. A program that fills in what nobody sees is
 * thanked too and leaves nothing; one that answers faster than anybody reads is asked once more.
 */
export async function answerForm(key: string, request: Request, now = new Date()): Promise<FormAnswer> {
  const form = await findForm(key);
  const shut = refusal(form);
  if (shut || !form) return shut ?? missing();
  const given = new URLSearchParams(new TextDecoder().decode(await readBody(request, MOST_BYTES)));
  const id = given.get("_id") ?? "";
  if ((given.get(TRAP) ?? "") !== "") return thanked(form, null);
  const again = (problem: string, status = 422) => asking(form, { id, now, given, problem }, status);
  const network = networkOf(clientAddress(request.headers.get("x-forwarded-for")));
  if (limiter().attempt(`${form.id} ${network}`) > 0) {
    return again("Many answers came from your network. Wait some minutes, then send yours again.", 429);
  }
  const token = given.get("_token") ?? "";
  const age = judgeToken(form.id, token, now.getTime());
  if (age === "soon") return again("That was fast. Look at your answers, and send them again.");
  if (age === "wrong") return again("The page was open for long. Look at your answers, and send them again.");
  const { values, problems } = readAnswers(form.questions, given);
  if (problems.size > 0) return asking(form, { id, now, given, problems }, 422);
  if (form.consent !== "" && given.get("_consent") !== "yes") {
    return again("Your answers are taken when you agree to the last point.");
  }
  const page = pageOf(token);
  if (!(await formLimits().takePage(page))) {
    return again("These answers were sent already. Send them again only if you changed them.", 409);
  }
  // Whoever goes back and sends it again has not sent it twice.
  const giveBack = () =>
    formLimits()
      .givePageBack(page)
      .catch(() => undefined);
  try {
    if (!(await formLimits().takeAnswer(form.id))) {
      await giveBack();
      return again("Very many answers came within this hour. Wait a while, then send yours again.", 429);
    }
    const said = saidBy(form, id);
    const rowKey = await keyOf(form, said);
    const nobody = {
      workspaceId: form.workspaceId,
      userId: "",
      via: { kind: "session", sessionId: "" },
    } as const;
    await putRow(nobody, form.sourceId, rowKey, values, { now, keepsRest: true });
    await db().dataForm.updateMany({
      where: { id: form.id, workspaceId: form.workspaceId },
      data: { answers: { increment: 1 } },
    });
    // What a digest stands for is not told to whoever has the digest.
    return thanked(form, said === "" ? rowKey : said);
  } catch (error) {
    await giveBack();
    // The plan or the table is full: nothing that whoever answers could do.
    if (error instanceof AppError && error.code === "conflict") {
      log().warn({ form: form.id, code: error.code }, "a form could not keep an answer");
      return again(CLOSED, 503);
    }
    throw error;
  }
}

/** The page where something failed that is no fault of whoever answers. */
export function brokenForm(status: number): FormAnswer {
  const nonce = newNonce();
  const words =
    status === 413
      ? "Your answers are longer than what can be taken. Make them shorter."
      : "Something went wrong, and nothing was kept. Go back and try again shortly.";
  return { status, html: closedPage("Not sent", words, nonce), nonce };
}

/** Found by its key alone, which is what protects it. */
async function findForm(key: string) {
  if (!/^[0-9A-Za-z]{1,60}$/.test(key)) return null;
  const row = await db().dataForm.findUnique({
    where: { key, source: { deletedAt: null } },
    include: { source: { select: { config: true, filling: true } } },
  });
  return (
    row && {
      ...row,
      questions: z.array(question).parse(row.questions),
      config: tableConfig.parse(row.source.config),
    }
  );
}

function missing(): FormAnswer {
  const nonce = newNonce();
  return { status: 404, html: closedPage("No form", "There is no form at this address.", nonce), nonce };
}

function refusal(form: Form | null): FormAnswer | null {
  if (!form) return missing();
  if (form.state === "open") return null;
  const nonce = newNonce();
  const words = form.state === "closed" ? "This form is closed." : CLOSED;
  return { status: form.state === "closed" ? 410 : 503, html: closedPage(form.title, words, nonce), nonce };
}

type Asking = {
  id: string;
  now: Date;
  given?: URLSearchParams;
  problems?: ReadonlyMap<number, string>;
  problem?: string;
};

function asking(form: Form, { id, now, given, problems, problem }: Asking, status = 200): FormAnswer {
  const nonce = newNonce();
  const html = formPage(
    {
      ...{ title: form.title, intro: form.intro, questions: form.questions, consent: form.consent },
      action: `/f/${form.key}`,
      token: formToken(form.id, now.getTime()),
      id: form.byAddress ? id.slice(0, LONGEST_KEY) : "",
      given: given ?? new URLSearchParams(),
      problems: problems ?? new Map(),
      problem: problem ?? null,
    },
    nonce,
  );
  return { status, html, nonce };
}

function thanked(form: Form, foundBy: string | null): FormAnswer {
  const nonce = newNonce();
  const picture =
    form.linkKey === null || foundBy === null
      ? null
      : imageUrl({
          ...{ origin: "http://localhost", key: form.linkKey, format: "png" },
          values: { [form.config.param]: foundBy },
        }).replace("http://localhost", "");
  return { status: 200, html: thanksPage(form.title, form.thanks, picture, nonce), nonce };
}

function newNonce(): string {
  return randomBytes(16).toString("base64");
}

function limiter(): PersonLimiter {
  return processWide("form-limiter", () => createPersonLimiter(LIMIT));
}
