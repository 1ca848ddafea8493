import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { QuotaBand } from "./quota-band";
import { QuotaMeter } from "./quota-meter";

const warning = { metric: "served", threshold: 80, used: 8_500, limit: 10_000, plan: "Free" } as const;

test("the band says how much is used, of which plan, and what comes of it", () => {
  const nearly = renderToStaticMarkup(<QuotaBand workspace="acme" warning={warning} />);
  expect(nearly).toContain("Pictures served: 8,500 of 10,000");
  expect(nearly).toContain("the plan Free");
  expect(nearly).toContain("Links go on showing their pictures when all is used.");
  expect(nearly).toContain('href="/acme/usage"');
  const full = renderToStaticMarkup(
    <QuotaBand workspace="acme" warning={{ ...warning, threshold: 100, used: 12_000 }} />,
  );
  expect(full).toContain(
    "Links go on showing their pictures. Ask whoever runs this service for a larger plan.",
  );
});

test("a meter has its figures for whoever sees no bar, and is none where nothing is limited", () => {
  const meter = renderToStaticMarkup(
    <QuotaMeter metric="storage" quota={{ used: 300_000_000, limit: 250_000_000 }} />,
  );
  expect(meter).toContain('role="meter"');
  expect(meter).toContain('aria-valuenow="250000000"');
  expect(meter).toContain('aria-valuetext="300 MB of 250 MB"');
  expect(meter).toContain("No more pictures and fonts can be uploaded.");
  const free = renderToStaticMarkup(<QuotaMeter metric="served" quota={{ used: 5, limit: null }} />);
  expect(free).toContain("no limit");
  expect(free).not.toContain("meter");
});
