import { emailAddress } from "@/lib/accounts/email";
import { cleanCell } from "@/lib/rows/clean-up";
import { DEFAULT_FORMAT } from "@/lib/template/field";
import type { Wording } from "../results/row-words";

/** The one good address that a cell of a column holds, after the column's clean-ups; null where it holds none. */
export function addressOf(
  cells: readonly string[],
  column: number,
  { cleanUps }: Pick<Wording, "cleanUps">,
): string | null {
  const kinds = cleanUps.filter((each) => each.column === column).map(({ kind }) => kind);
  const clean = kinds.reduce(
    (text, kind) => cleanCell(text, kind, DEFAULT_FORMAT.locale),
    cells[column] ?? "",
  );
  const parsed = emailAddress.safeParse(clean);
  return parsed.success ? parsed.data : null;
}
