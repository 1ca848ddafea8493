import { escapeHtml } from "@/lib/link/escape-html";
import { LONGEST_ANSWER, type Question } from "./form-input";
import { FORM_STYLE } from "./form-style";
import { inputName, noColourName } from "./read-answers";

/** The field that people do not see, and programs fill in. */
export const TRAP = "website";

export type AskedForm = {
  title: string;
  intro: string;
  questions: readonly Question[];
  consent: string;
  /** Where it is sent. */
  action: string;
  token: string;
  /** Whose row the answers go to, as the address says; empty: nobody's. */
  id: string;
  given: URLSearchParams;
  problems: ReadonlyMap<number, string>;
  /** What is wrong with all of it. */
  problem: string | null;
};

/** The page that asks: plain HTML, which needs no script. `nonce` is the style's. */
export function formPage(form: AskedForm, nonce: string): string {
  const count = form.problems.size;
  const summary =
    form.problem ??
    (count > 0 ? `${count === 1 ? "One answer needs" : `${count} answers need`} another look.` : null);
  return page(
    form.title,
    nonce,
    `${paragraphs(form.intro)}
${summary === null ? "" : `<p class="problem" role="alert">${escapeHtml(summary)}</p>`}
<form method="post" action="${escapeHtml(form.action)}" autocomplete="off">
<input type="hidden" name="_token" value="${escapeHtml(form.token)}">
<input type="hidden" name="_id" value="${escapeHtml(form.id)}">
<div class="trap" aria-hidden="true"><label>Leave this empty <input name="${TRAP}" tabindex="-1" autocomplete="off"></label></div>
${form.questions.map((question, at) => asked(question, at, form)).join("\n")}
${form.consent === "" ? "" : `<div class="yes-no"><input id="consent" type="checkbox" name="_consent" value="yes" required><label for="consent">${escapeHtml(form.consent)}</label></div>`}
<button type="submit">Send</button>
</form>`,
  );
}

/** The page that thanks. `picture`: the address of one that shows the answers. */
export function thanksPage(title: string, thanks: string, picture: string | null, nonce: string): string {
  const image =
    picture === null
      ? ""
      : `<p><img class="picture" src="${escapeHtml(picture)}" alt="The picture made from your answers"></p>`;
  return page(title, nonce, `<div role="status">${paragraphs(thanks || "Thank you.")}</div>${image}`);
}

/** The page of a form that takes no answers. */
export function closedPage(title: string, words: string, nonce: string): string {
  return page(title, nonce, `<p>${escapeHtml(words)}</p>`);
}

function asked(
  { label, kind, required, choices }: Question,
  at: number,
  { given, problems }: AskedForm,
): string {
  const name = inputName(at);
  const value = given.get(name) ?? "";
  const problem = problems.get(at);
  const note = problem === undefined ? "" : `<p class="problem" id="${name}-note">${escapeHtml(problem)}</p>`;
  const described = problem === undefined ? "" : ` aria-describedby="${name}-note"`;
  const common = `id="${name}" name="${name}"${required ? " required" : ""}${problem === undefined ? "" : ' aria-invalid="true"'}${described}`;
  const title = `<label for="${name}">${escapeHtml(label)}${required ? "" : ' <span class="optional">(optional)</span>'}</label>`;
  const written = escapeHtml(value);
  switch (kind) {
    case "yes_no":
      // A box that has to be ticked would take no for no answer.
      if (required) {
        const choices = ["yes", "no"].map(
          (choice) =>
            `<div class="yes-no"><input type="radio" id="${name}${choice === "yes" ? "" : "-no"}" name="${name}" value="${choice}" required${value === choice ? " checked" : ""}><label for="${name}${choice === "yes" ? "" : "-no"}">${choice === "yes" ? "Yes" : "No"}</label></div>`,
        );
        return `<fieldset${described}><legend>${escapeHtml(label)}</legend>${choices.join("")}${note}</fieldset>`;
      }
      return `<div class="yes-no"><input type="checkbox" id="${name}" name="${name}" value="yes"${value === "yes" ? " checked" : ""}><label for="${name}">${escapeHtml(label)}</label></div>`;
    case "choice": {
      const options = choices.map(
        (choice) =>
          `<option value="${escapeHtml(choice)}"${choice === value ? " selected" : ""}>${escapeHtml(choice)}</option>`,
      );
      return `<div>${title}<select ${common}><option value=""></option>${options.join("")}</select>${note}</div>`;
    }
    case "number":
      return `<div>${title}<input ${common} inputmode="decimal" maxlength="30" value="${written}">${note}</div>`;
    case "date":
      return `<div>${title}<input ${common} type="date" value="${written}">${note}</div>`;
    case "colour":
      return `<div class="colour">${title}${required ? "" : noColour(at, given)}<input ${common} type="color" value="${written || "#336699"}">${note}</div>`;
    case "text":
      return `<div>${title}<input ${common} maxlength="${LONGEST_ANSWER}" value="${written}">${note}</div>`;
  }
}

/** The box that says that there is no colour; while it is ticked the style hides the colour beside it. */
function noColour(at: number, given: URLSearchParams): string {
  const name = noColourName(at);
  const isTicked = given.get(name) === "yes" || !given.has(inputName(at));
  return `<div class="yes-no"><input class="none" type="checkbox" id="${name}" name="${name}" value="yes"${isTicked ? " checked" : ""}><label for="${name}">No colour</label></div>`;
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .filter((each) => each.trim() !== "")
    .map((each) => `<p>${escapeHtml(each).replaceAll("\n", "<br>")}</p>`)
    .join("\n");
}

function page(title: string, nonce: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style nonce="${nonce}">${FORM_STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>`;
}
