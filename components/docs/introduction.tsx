import type { ReactNode } from "react";
import { Prose } from "./prose";
import type { Problem } from "./reference";
import { Code } from "./samples";

/** The parts of the introduction, for the list of contents. */
export const CHAPTERS = [
  ["keys", "Keys"],
  ["errors", "Errors"],
  ["limits", "Limits"],
  ["repeating", "Repeating a request"],
  ["revisions", "Changing a draft"],
  ["pages", "Pages of lists"],
  ["client", "A client in TypeScript"],
] as const;

export type IntroductionProps = {
  root: string;
  problems: readonly Problem[];
  /** Requests of one key a minute. */
  requestsAMinute: number;
  /** How long a repeated request is known, hours. */
  repliesKeptHours: number;
  /** The files of the typed client. */
  clientFiles: readonly string[];
  /** Address of the workspace's own keys; null: the reader has none here. */
  keysPage: string | null;
};

/** What all operations have in common. */
export function Introduction(props: IntroductionProps) {
  const { root, problems, requestsAMinute, repliesKeptHours, clientFiles, keysPage } = props;
  return (
    <>
      <Chapter id="keys" title="Keys">
        <p>
          A key belongs to one workspace, may do what its scopes say, and never more than whoever made it may
          do at that moment. {keysPage === null ? "Keys are made under “API keys” in a workspace." : null}
          {keysPage === null ? null : (
            <a href={keysPage} className="text-accent-text hover:underline">
              Make a key
            </a>
          )}
        </p>
        <p>
          <Prose text="Send it in the Authorization header and nowhere else. A key that comes in an address is refused and marked, because logs keep addresses. The samples take it from the environment variable `NAMEPLATE_KEY`." />
        </p>
        <p>
          <Prose text="Call it from a server. A page in a browser cannot: answers carry no `Access-Control-Allow-Origin`, because a key in a page is everybody’s. Pictures of links may be read by any page." />
        </p>
        <Boxed
          label="A first request"
          text={`export NAMEPLATE_KEY=nameplate_live_…\ncurl ${root}/projects -H "Authorization: Bearer $NAMEPLATE_KEY"`}
        />
      </Chapter>
      <Chapter id="errors" title="Errors">
        <p>
          <Prose text="Every error is JSON of the type `application/problem+json` (RFC 9457). `detail` is a sentence for people, `code` is for programs, `errors` points into what was sent, and `requestId` is what to tell whoever runs the server." />
        </p>
        <Boxed label="An error" text={exampleOf(root)} />
        <ul className="divide-y border-y">
          {problems.map(({ code, status, title, advice }) => (
            <li key={code} id={`problem-${code}`} className="scroll-mt-16 py-2 target:bg-accent-soft">
              <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
                <span className="figures font-medium">{status}</span>
                <code className="font-mono text-xs">{code}</code>
                <span className="text-muted text-xs">{title}</span>
              </p>
              <p className="mt-0.5 text-muted text-xs">
                <Prose text={advice} />
              </p>
            </li>
          ))}
        </ul>
      </Chapter>
      <Chapter id="limits" title="Limits">
        <p>
          <Prose
            text={`A key may ask ${requestsAMinute} times a minute, on all servers together. Every answer tells how many are left: \`RateLimit\`, and \`X-RateLimit-Limit\`, \`X-RateLimit-Remaining\` and \`X-RateLimit-Reset\` (seconds). The one too many is answered 429 with \`Retry-After\`.`}
          />
        </p>
      </Chapter>
      <Chapter id="repeating" title="Repeating a request">
        <p>
          <Prose
            text={`When no answer came, nobody knows whether the request was done. Operations that make something take an \`Idempotency-Key\`, a text of your own of up to 255 characters: the same request with the same key is done once within ${repliesKeptHours} hours, and answered the same again, with \`Idempotency-Replayed: true\`. The same key with another request is 422; while the first is under way, 409.`}
          />
        </p>
      </Chapter>
      <Chapter id="revisions" title="Changing a draft">
        <p>
          <Prose text="Somebody may have the template open in the editor. `getDraft` answers with an `ETag`, which names the revision; `putDraft` wants it back as `If-Match`. Where the draft has moved on, nothing is stored and the answer is 412: read it again and make the change there. `If-Match: *` replaces whatever is there. With `If-None-Match`, a draft that has not changed is 304 and empty." />
        </p>
      </Chapter>
      <Chapter id="pages" title="Pages of lists">
        <p>
          <Prose text="Long lists come in pages of `limit` items, 1 to 100. `nextCursor` is what to pass as `cursor` for the page after; null says that this is the last. Take it as it is: what it says may change." />
        </p>
      </Chapter>
      <Chapter id="client" title="A client in TypeScript">
        <p>
          <Prose text="It has a method for every operation, with the types of what it takes and gives. It repeats what was put off as long as `Retry-After` says, sends an `Idempotency-Key` by itself, and goes through the pages of a list. It needs no packages, and runs wherever there is `fetch`. Put these files into one folder of your project:" />
        </p>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 font-mono text-sm">
          {clientFiles.map((file) => (
            <li key={file}>
              <a href={`/docs/client/${file}`} download className="text-accent-text hover:underline">
                {file}
              </a>
            </li>
          ))}
        </ul>
        <Boxed label="The client at work" text={clientOf(root)} />
      </Chapter>
    </>
  );
}

function Chapter({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-16 pt-8">
      <h2 id={`${id}-title`} className="mb-2 font-semibold text-lg tracking-tight">
        {title}
      </h2>
      <div className="grid min-w-0 max-w-2xl gap-3 text-pretty text-base text-muted [&>*]:min-w-0">
        {children}
      </div>
    </section>
  );
}

function Boxed({ label, text }: { label: string; text: string }) {
  return (
    <figure aria-label={label} className="overflow-hidden rounded-lg bg-panel text-text shadow-card">
      <Code text={text} />
    </figure>
  );
}

function clientOf(root: string): string {
  const { origin } = new URL(root);
  return `import { createNameplate } from "./nameplate.ts";

const nameplate = createNameplate({ origin: "${origin}", key: "nameplate_live_…" });
const { bytes } = await nameplate.createImage({ body: { templateId, values: { first_name: "Maria" } } });
for await (const { name } of nameplate.each("listTemplates")) console.log(name);`;
}

function exampleOf(root: string): string {
  const { origin } = new URL(root);
  const problem = {
    type: `${origin}/docs/api#problem-invalid`,
    title: "Not valid",
    status: 422,
    detail: "A side is at least 1 px.",
    code: "invalid",
    requestId: "req_5w1k8c3r7t0y2v6n9q4m1x8d",
    errors: [{ pointer: "/from/width", detail: "A side is at least 1 px." }],
  };
  return JSON.stringify(problem, null, 2);
}
