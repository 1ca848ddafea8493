import { BadgeCheck, BadgeX, Hourglass, SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { Logo } from "../shell/logo";
import { classNames } from "../ui/class-names";

type Told = { number: string; workspace: string; issued: string };

/** What is known of a certificate, with days as `2026-11-28`. */
export type VerificationProps =
  | { state: "unknown" }
  | { state: "busy"; seconds: number }
  | ({ state: "valid"; title: string; values: readonly { label: string; value: string }[] } & Told)
  | ({ state: "revoked"; revoked: string } & Told);

/** The page that says whether a certificate counts: the answer first, then what it is the answer about. */
export function Verification(props: VerificationProps) {
  return (
    <main className="flex min-h-dvh flex-col items-center px-5 py-10 sm:justify-center sm:py-16">
      <div className="w-full max-w-[28rem]">
        <Answer {...props} />
        <p className="mt-6 flex items-center justify-center gap-2 text-muted text-xs">
          <Logo className="size-4" />
          Made with Nameplate
        </p>
      </div>
    </main>
  );
}

function Answer(props: VerificationProps) {
  switch (props.state) {
    case "valid":
      return (
        <Card
          icon={<BadgeCheck aria-hidden />}
          tone="bg-success-soft text-success-text"
          title="This certificate is valid"
          sentence={`${props.workspace} issued it and has not taken it back.`}
        >
          <Row label="What was certified">{props.title}</Row>
          {props.values.map(({ label, value }) => (
            <Row key={label} label={label}>
              {value}
            </Row>
          ))}
          <Issued {...props} />
        </Card>
      );
    case "revoked":
      return (
        <Card
          icon={<BadgeX aria-hidden />}
          tone="bg-danger-soft text-danger-text"
          title="This certificate was revoked"
          sentence={`${props.workspace} issued it and took it back. It does not count any more.`}
        >
          <Issued {...props} />
          <Row label="Revoked on">
            <Day day={props.revoked} />
          </Row>
        </Card>
      );
    case "unknown":
      return (
        <Card
          icon={<SearchX aria-hidden />}
          tone="bg-sunken text-muted"
          title="No certificate is known here"
          sentence="Compare the address with the one on the certificate, letter by letter, or scan its code again. If it is the same, ask whoever gave you the certificate."
        />
      );
    case "busy":
      return (
        <Card
          icon={<Hourglass aria-hidden />}
          tone="bg-warning-soft text-warning-text"
          title="Too many checks"
          sentence={`Many certificates were checked from your network just now. Load this page again in ${props.seconds === 1 ? "1 second" : `${props.seconds} seconds`}.`}
        />
      );
  }
}

type CardProps = { icon: ReactNode; tone: string; title: string; sentence: string; children?: ReactNode };

function Card({ icon, tone, title, sentence, children }: CardProps) {
  return (
    <section aria-labelledby="answer" className="rounded-xl bg-panel p-6 shadow-card sm:p-8">
      <span className={classNames("mb-4 grid size-12 place-items-center rounded-xl [&>svg]:size-6", tone)}>
        {icon}
      </span>
      <h1 id="answer" className="font-semibold text-xl">
        {title}
      </h1>
      <p className="mt-1 text-muted text-sm [overflow-wrap:anywhere]">{sentence}</p>
      {children ? <dl className="mt-6 space-y-4 border-line border-t pt-6">{children}</dl> : null}
    </section>
  );
}

function Issued({ number, workspace, issued }: Told) {
  return (
    <>
      <Row label="Issued by">{workspace}</Row>
      <Row label="Issued on">
        <Day day={issued} />
      </Row>
      <Row label="Number">
        <span className="font-mono text-sm">{number}</span>
      </Row>
    </>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted text-xs">{label}</dt>
      <dd className="mt-0.5 text-base [overflow-wrap:anywhere]">
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}

const DAYS = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

function Day({ day }: { day: string }) {
  return <time dateTime={day}>{DAYS.format(new Date(`${day}T00:00:00Z`))}</time>;
}
