import { classNames } from "../ui/class-names";
import { CopySample } from "./copy-sample";
import { LANGUAGES, type Language } from "./reference";
import { SampleLanguageSwitch } from "./sample-language";

/** Spelled out, so that the style sheet has them. */
const SHOWN: Record<Language, string> = {
  curl: "group-data-[language=curl]/samples:block",
  typescript: "group-data-[language=typescript]/samples:block",
  python: "group-data-[language=python]/samples:block",
};

export type SamplesProps = {
  /** What the samples do, for the names of what belongs to them. */
  of: string;
  samples: Readonly<Record<Language, string>>;
};

/** The same request in each language; one is shown. */
export function Samples({ of, samples }: SamplesProps) {
  return (
    <figure
      aria-label={`Samples: ${of}`}
      className="min-w-0 self-start overflow-hidden rounded-lg xl:sticky xl:top-16 bg-panel shadow-card"
    >
      <figcaption className="flex items-center justify-between gap-2 border-b px-2 py-1.5">
        <SampleLanguageSwitch />
        <CopySample of={of} />
      </figcaption>
      {LANGUAGES.map(({ value }) => (
        <Code key={value} text={samples[value]} className={classNames("hidden", SHOWN[value])} />
      ))}
    </figure>
  );
}

/** Lines of code, which scroll sideways by themselves. */
export function Code({ text, className }: { text: string; className?: string }) {
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keys
      tabIndex={0}
      className={classNames(
        "max-h-96 overflow-auto px-3.5 py-3 font-mono text-2xs leading-[1.15rem] focus-visible:outline-offset-[-2px]",
        className,
      )}
    >
      <code>{text}</code>
    </pre>
  );
}
