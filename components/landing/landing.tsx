import Link from "next/link";
import { Logo } from "../shell/logo";
import { ThemeChoice } from "../shell/theme-choice";
import { Button } from "../ui/button";
import { LiveDemo } from "./live-demo";
import { MissingData } from "./missing-data";
import { Senders } from "./senders";
import { Steps } from "./steps";

/** The first page: what it does is shown by doing it. */
export function Landing({ origin, signedIn }: { origin: string; signedIn: boolean }) {
  const start = signedIn ? "/home" : "/sign-up";
  return (
    <div className="mx-auto max-w-6xl px-5 md:px-8">
      <header className="flex h-16 items-center gap-2">
        <Link href="/" className="flex items-center gap-2 rounded-md font-semibold text-lg tracking-tight">
          <Logo className="size-6" />
          Nameplate
        </Link>
        <span className="flex-1" />
        {signedIn ? null : (
          <Button asChild variant="ghost">
            <Link href="/sign-in">Sign in</Link>
          </Button>
        )}
        <Button asChild variant={signedIn ? "primary" : "secondary"}>
          <Link href={start}>{signedIn ? "Your templates" : "Create account"}</Link>
        </Button>
      </header>

      <main>
        <section className="pt-10 pb-8 md:pt-16 md:pb-12">
          <h1 className="max-w-3xl text-balance font-semibold text-[2rem] leading-[1.12] tracking-[-0.025em] sm:text-5xl">
            One picture, with every reader’s name on it.
          </h1>
          <p className="mt-4 max-w-2xl text-pretty text-lg text-muted">
            Design it once in the browser, mark the parts that change, and paste one URL into the tool you
            send with. Each recipient opens a picture made for them.
          </p>
          <div className="mt-6 flex flex-wrap items-center gap-3">
            <Button asChild variant="primary" size="large">
              <Link href={start}>{signedIn ? "Open your templates" : "Make your first picture"}</Link>
            </Button>
            <span className="text-muted text-sm">or change the name below and watch</span>
          </div>
        </section>
        <LiveDemo origin={origin} />
        <Steps />
        <MissingData origin={origin} />
        <Senders />
      </main>

      <footer className="flex flex-wrap items-center gap-4 border-t py-6 text-faint text-xs">
        <span className="flex-1">Nameplate. Merge tags for images.</span>
        <Link href="/docs/api" className="rounded-sm hover:text-text">
          API
        </Link>
        <ThemeChoice />
      </footer>
    </div>
  );
}
