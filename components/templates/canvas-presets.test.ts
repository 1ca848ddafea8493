import { expect, test } from "vitest";
import { pageSize } from "@/lib/template/paper";
import { STARTERS } from "@/lib/template/starters/starters";
import { CANVAS_PRESETS } from "./canvas-presets";

test("paper among the sizes is that paper as a PDF, and nothing else is", () => {
  const named = CANVAS_PRESETS.map(({ id: _, displayWidth: __, ...size }) => size);
  const papers = named.flatMap(({ name, ...size }) => {
    const { paper } = pageSize(size);
    return paper === null ? [] : [[name, `${paper} ${size.width > size.height ? "landscape" : "portrait"}`]];
  });
  expect(papers).toEqual(
    ["A4 landscape", "A4 portrait", "Letter landscape", "Letter portrait"].map((name) => [name, name]),
  );
});

test("ready designs of certificates are sheets of A4, and the course certificate is one of Letter too", () => {
  const certificates = STARTERS.filter(({ category }) => category === "certificates");
  const papers = certificates.map(({ id, document }) => [
    id,
    ...[document, ...document.variants].map((size) => pageSize(size).paper),
  ]);
  expect(papers).toEqual([
    ["course-certificate", "A4", "Letter"],
    ["employee-award", "A4"],
    ["donation-thanks", "A4"],
  ]);
});
