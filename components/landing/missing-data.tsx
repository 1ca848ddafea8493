import { DEMO_SIZE, type DemoValues, demoPath } from "./demo-link";

const CASES: readonly { title: string; text: string; values: DemoValues }[] = [
  {
    title: "No name on file",
    text: "A fallback you wrote takes its place, or a whole other phrase.",
    values: { first_name: "", loyalty_points: "" },
  },
  {
    title: "The tag was never filled",
    text: "*|FNAME|* arrives as text. Nobody gets to read it.",
    values: { first_name: "*|FNAME|*", loyalty_points: "250" },
  },
  {
    title: "A name longer than the design",
    text: "The line shrinks or wraps the way you decided.",
    values: { first_name: "Nguyễn Thị Minh Khai", loyalty_points: "1250000" },
  },
];

/** Three real pictures for three kinds of data that are not as planned. */
export function MissingData({ origin }: { origin: string }) {
  return (
    <section className="border-t py-14 md:py-20">
      <h2 className="max-w-2xl text-balance font-semibold text-2xl tracking-tight">
        Designed for the data you have, not the data you wish for.
      </h2>
      <ul className="mt-8 grid gap-6 md:grid-cols-3">
        {CASES.map(({ title, text, values }) => (
          <li key={title}>
            {/* biome-ignore lint/performance/noImgElement: the link's own answer, byte for byte, is what is shown */}
            <img
              src={demoPath(origin, values)}
              alt={`The demo picture: ${title.toLowerCase()}`}
              width={DEMO_SIZE.width}
              height={DEMO_SIZE.height}
              loading="lazy"
              className="h-auto w-full rounded-lg bg-active shadow-card"
            />
            <h3 className="mt-3 font-medium text-sm">{title}</h3>
            <p className="text-muted text-sm">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
