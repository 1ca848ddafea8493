import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Field } from "../../ui/field";
import { SegmentedControl } from "../../ui/segmented-control";
import { PlanStatus } from "./plan-status";

const PLAN = { mails: 3, skipped: 0, bytes: 3_000, tooHeavy: 1, leftToday: 10, perDay: 10, perMinute: 60 };

test("why it cannot be sent is told in the region that tells what would be", () => {
  const html = renderToStaticMarkup(<PlanStatus plan={PLAN} deliver="file" />);
  expect(html).toMatch(/^<div role="status".*3 rows get a mail.*weighs more than 10 MB.*<\/div>$/);
  expect(renderToStaticMarkup(<PlanStatus plan={PLAN} deliver="address" />)).not.toContain("weighs");
  expect(renderToStaticMarkup(<PlanStatus plan={null} deliver="file" />)).toContain('role="status"');
});

test("what is wrong with a choice of few is tied to it", () => {
  const html = renderToStaticMarkup(
    <Field label="What it carries" error="Choose another one.">
      {(control) => (
        <SegmentedControl
          {...control}
          label="What it carries"
          value="a"
          segments={[{ value: "a", label: "A" }]}
          onValueChange={() => undefined}
        />
      )}
    </Field>,
  );
  const [group = ""] = /<div[^>]*role="radiogroup"[^>]*>/.exec(html) ?? [];
  const note = /aria-describedby="([^"]+)"/.exec(group)?.[1];
  expect(group).toContain('aria-invalid="true"');
  expect(html).toContain(`id="${note}"`);
});
