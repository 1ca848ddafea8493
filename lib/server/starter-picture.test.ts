import { beforeEach, expect, test, vi } from "vitest";
import { renderThumbnail } from "@/lib/render/thumbnail";
import { takeProcessWide } from "./process-registry";
import { starterPicture, starterPictureQuery } from "./starter-picture";

vi.mock("@/lib/render/thumbnail", () => ({
  THUMBNAIL_VERSION: "1",
  renderThumbnail: vi.fn(async () => ({ png: new Uint8Array([1]), complete: true })),
}));
const painted = vi.mocked(renderThumbnail);

beforeEach(() => {
  takeProcessWide("starter-pictures");
  painted.mockClear();
});

/** The values the last picture was painted with. */
const lastValues = () => painted.mock.lastCall?.[0].samples[0]?.values;

test("the usual picture is painted once for everybody", async () => {
  await starterPicture("points-ring", {}, "usr_1").paint();
  await starterPicture("points-ring", {}, "usr_2").paint();
  expect(painted).toHaveBeenCalledTimes(1);
  expect(lastValues()).toMatchObject({ first_name: "Maria" });
});

test("one with a name is painted for who asks, in that person's turn, and kept nowhere here", async () => {
  const named = () => starterPicture("points-ring", { name: "Zoë Adams" }, "usr_1");
  await named().paint();
  await named().paint();
  expect(painted).toHaveBeenCalledTimes(2);
  expect(painted.mock.lastCall?.[2]).toBe("usr_1");
  expect(lastValues()).toMatchObject({ first_name: "Zoë", points: "350" });
  await starterPicture("points-ring", {}, "usr_2").paint();
  expect(lastValues()).toMatchObject({ first_name: "Maria" });
});

test("a tag says what is shown before anything is painted, and gives no name away", () => {
  const tag = (query: { name?: string; row?: string }) => starterPicture("points-ring", query, "usr_1").etag;
  const tags = [
    tag({}),
    tag({ name: "Zoë" }),
    tag({ name: "Zoe" }),
    tag({ row: "row2" }),
    tag({ row: "none" }),
  ];
  expect(new Set(tags).size).toBe(tags.length);
  expect(tag({ name: "Zoë" })).toBe(tags[1]);
  expect(tags.join()).toMatch(/^[0-9a-f,]+$/);
  expect(painted).not.toHaveBeenCalled();
});

test("a failure is not kept", async () => {
  painted.mockRejectedValueOnce(new Error("busy"));
  await expect(starterPicture("vip-pass", {}, "usr_1").paint()).rejects.toThrow("busy");
  await expect(starterPicture("vip-pass", {}, "usr_1").paint()).resolves.toEqual(new Uint8Array([1]));
});

test("what is not there says so, and a name is short", () => {
  expect(() => starterPicture("nope", {}, "usr_1")).toThrow('There is no starter "nope".');
  expect(() => starterPicture("vip-pass", { row: "row9" }, "usr_1")).toThrow('no sample row "row9"');
  expect(starterPictureQuery.safeParse({ name: "x".repeat(81) }).success).toBe(false);
});
