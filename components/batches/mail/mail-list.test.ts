import { expect, test } from "vitest";
import type { MailState } from "@/lib/batches/mailing/mailing-item";
import type { MailPage } from "../../api/mailings";
import { createMailList, PAGE } from "./mail-list";

/** A mailing of so many rows, whose answers a test may hold back. */
function rig(rows: number) {
  const states = new Map<number, MailState>(Array.from({ length: rows }, (_, at) => [at + 1, "waiting"]));
  const shown: MailPage[] = [];
  const held: (() => void)[] = [];
  const control = { holds: false, asked: 0 };
  const listOf = (state: MailState | null) =>
    createMailList(
      async ({ cursor, limit }) => {
        control.asked += 1;
        const from = Number(cursor ?? 1);
        const found = [...states].filter(([row, is]) => row >= from && (state === null || is === state));
        const page = {
          mails: found
            .slice(0, limit)
            .map(([row, is]) => ({ row, state: is, at: null, answer: null, address: "" })),
          nextCursor: found[limit] ? `${found[limit][0]}` : null,
        };
        if (control.holds) await new Promise<void>((resolve) => held.push(resolve));
        return page;
      },
      (page) => shown.push(page),
    );
  const rowsNow = () => shown.at(-1)?.mails.map(({ row }) => row) ?? [];
  return { states, shown, held, control, listOf, rowsNow };
}

const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

test("what more rows brought stays in sight when rows change, and each is as it is by then", async () => {
  const { states, shown, listOf, rowsNow, control } = rig(300);
  const list = listOf(null);
  await list.refresh();
  expect(rowsNow()).toEqual(upTo(PAGE));
  for (let times = 1; times < 6; times += 1) await list.more();
  expect(rowsNow()).toEqual(upTo(6 * PAGE));
  states.set(140, "sent");
  control.asked = 0;
  await list.refresh();
  expect(rowsNow().slice(0, 150)).toEqual(upTo(150));
  expect(shown.at(-1)?.mails[139]?.state).toBe("sent");
  expect(control.asked).toBe(2);
  await list.more();
  expect(new Set(rowsNow()).size).toBe(rowsNow().length);
});

test("rows of a list that was left are shown nowhere", async () => {
  const { shown, held, control, listOf } = rig(100);
  const list = listOf(null);
  await list.refresh();
  control.holds = true;
  const late = Promise.all([list.more(), list.refresh()]);
  list.leave();
  for (const go of held) go();
  await late;
  expect(shown).toHaveLength(1);
});

test("rows that follow are put where the list goes on by then: none twice, none left out", async () => {
  const { states, held, control, listOf, rowsNow } = rig(100);
  const list = listOf("waiting");
  await list.refresh();
  control.holds = true;
  const more = list.more();
  control.holds = false;
  for (const row of upTo(10)) states.set(row, "sent");
  await list.refresh();
  for (const go of held) go();
  await more;
  expect(rowsNow()).toEqual(upTo(60).slice(10));
});

test("an answer that comes late is not put over a newer one, nor over rows that came meanwhile", async () => {
  const { states, shown, held, control, listOf, rowsNow } = rig(100);
  const list = listOf(null);
  await list.refresh();
  control.holds = true;
  const late = list.refresh();
  control.holds = false;
  states.set(1, "sent");
  await list.refresh();
  await list.more();
  for (const go of held) go();
  await late;
  expect(shown.at(-1)?.mails[0]?.state).toBe("sent");
  expect(rowsNow()).toEqual(upTo(2 * PAGE));
});
