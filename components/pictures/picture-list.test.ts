import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ApiError } from "../api/call-api";
import type { PictureFilter, PictureItem, PicturePage } from "../api/pictures";
import { createPictureList } from "./picture-list";

const PAGE = 3;

function picture(number: number): PictureItem {
  const name = `${number}.png`;
  return { id: `${number}`, name, width: 1, height: 1, bytes: 1, tags: [], createdAt: new Date(0) };
}

type Question = { filter: PictureFilter; cursor: string | null; answer: () => void; fail: () => void };

/** A list over `library`, whose questions are answered when the test says so. */
function listOf(library: PictureItem[]) {
  const questions: Question[] = [];
  const list = createPictureList(
    (filter, cursor) =>
      new Promise<PicturePage>((resolve, reject) => {
        const answer = () => {
          const found = library.filter(({ name }) => name.includes(filter.search));
          const from = cursor === null ? 0 : found.findIndex(({ id }) => id === cursor) + 1;
          const assets = found.slice(from, from + PAGE);
          const isLast = from + PAGE >= found.length;
          resolve({ assets, nextCursor: isLast ? null : (assets.at(-1)?.id ?? null) });
        };
        const fail = () => reject(new ApiError(0, "offline", "The server cannot be reached."));
        questions.push({ filter, cursor, answer, fail });
      }),
  );
  /** Settles the oldest question that is open. */
  const settle = async (how: "answer" | "fail" = "answer") => {
    questions.shift()?.[how]();
    await vi.advanceTimersByTimeAsync(0);
  };
  const shown = () => list.state.getState().pictures?.map(({ id }) => Number(id)) ?? null;
  return { list, questions, settle, shown, state: () => list.state.getState() };
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => picture(index + 1));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a change is asked about with the filter of that moment, though what asks began before", async () => {
  const { list, questions, settle, shown } = listOf(numbers(12));
  const { reload } = list;
  void reload();
  await settle();
  list.setFilter({ search: "1" });
  void reload();
  await vi.advanceTimersByTimeAsync(1000);
  expect(questions.map(({ filter }) => filter.search)).toEqual(["1"]);
  await settle();
  expect(shown()).toEqual([1, 10, 11]);
});

test("an answer that a later question has overtaken changes nothing, whichever comes last", async () => {
  const { list, questions, settle, shown, state } = listOf(numbers(12));
  void list.reload();
  await settle();
  list.loadMore();
  list.setFilter({ search: "12" });
  expect(questions).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1000);
  const [more, search] = questions;
  search?.answer();
  await vi.advanceTimersByTimeAsync(0);
  more?.answer();
  await vi.advanceTimersByTimeAsync(0);
  expect([shown(), state().more, state().loading]).toEqual([[12], false, false]);
});

test("typing asks once it stands still; more of what another filter found is not asked for meanwhile", async () => {
  const { list, questions, settle, state } = listOf(numbers(12));
  void list.reload();
  await settle();
  for (const search of ["1", "12", "12."]) {
    list.setFilter({ search });
    await vi.advanceTimersByTimeAsync(100);
  }
  list.loadMore();
  expect([questions.length, state().loading]).toEqual([0, true]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(questions.map(({ filter }) => filter.search)).toEqual(["12."]);
});

test("a reload brings as many as are shown, in pages, and those that were being asked for", async () => {
  const library = numbers(12);
  const { list, questions, settle, shown, state } = listOf(library);
  void list.reload();
  await settle();
  list.loadMore();
  await settle();
  library.unshift(picture(0));
  void list.reload();
  expect(shown()).toEqual([1, 2, 3, 4, 5, 6]);
  await settle();
  await settle();
  expect(shown()).toEqual([0, 1, 2, 3, 4, 5]);
  // Pressed while a reload is under way: it brings those as well, and what it is about is not lost.
  library.shift();
  void list.reload();
  list.loadMore();
  expect(questions.map(({ cursor }) => cursor)).toEqual([null, null]);
  for (let each = 0; each < 4; each += 1) await settle();
  expect(shown()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  list.loadMore();
  list.loadMore();
  expect(questions).toHaveLength(1);
  await settle();
  expect([shown()?.length, state().more]).toEqual([12, false]);
});

test("a failure keeps what its filter found, hides what another one did, and can be tried again", async () => {
  const { list, settle, shown, state } = listOf(numbers(12));
  void list.reload();
  await settle("fail");
  expect([shown(), state().failed, state().loading]).toEqual([null, "The server cannot be reached.", false]);
  list.retry();
  expect([state().failed, state().loading]).toEqual(["The server cannot be reached.", true]);
  await settle();
  list.loadMore();
  await settle("fail");
  expect([shown(), state().more, state().failed !== null]).toEqual([[1, 2, 3], true, true]);
  list.retry();
  await settle();
  await settle();
  expect([shown(), state().failed]).toEqual([[1, 2, 3, 4, 5, 6], null]);
  list.setFilter({ search: "12" });
  await vi.advanceTimersByTimeAsync(1000);
  await settle("fail");
  expect([shown(), state().more, state().failed !== null]).toEqual([null, false, true]);
});

test("the list of the deleted begins empty: it never shows others", async () => {
  const { list, settle, shown } = listOf(numbers(2));
  void list.reload();
  await settle();
  list.setFilter({ search: "1" });
  expect(shown()).toEqual([1, 2]);
  list.setFilter({ deleted: true });
  expect(shown()).toBeNull();
});

test("an update changes a picture where it is; a list that was stopped takes no answer", async () => {
  const { list, settle, shown, state } = listOf(numbers(2));
  void list.reload();
  await settle();
  list.update(["2"], (each) => ({ ...each, name: "Two" }));
  expect(state().pictures?.map(({ name }) => name)).toEqual(["1.png", "Two"]);
  list.setFilter({ search: "1" });
  list.stop();
  await vi.advanceTimersByTimeAsync(1000);
  void list.reload();
  list.stop();
  await settle();
  expect(shown()).toEqual([1, 2]);
});
