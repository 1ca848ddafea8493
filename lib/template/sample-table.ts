import type { Field } from "./field";
import { type ValueKind, valueKindOf } from "./value-kind";

/** What a column of a pasted or imported table holds: the value of a field, by key; the row's name; or nothing of use. */
export type TableColumn = { field: string } | "name" | null;

/** What headers call the name of a row. */
const ROW_NAMES = new Set(["row", "row_name", "sample", "sample_name"]);

/** Headers of other languages and of common exports, as kinds of values. */
const KIND_OF_HEADER: Readonly<Record<string, ValueKind>> = {
  vorname: "firstName",
  prenom: "firstName",
  nombre: "firstName",
  imie: "firstName",
  nachname: "lastName",
  familienname: "lastName",
  nom: "lastName",
  nom_de_famille: "lastName",
  apellido: "lastName",
  apellidos: "lastName",
  nazwisko: "lastName",
  firma: "company",
  unternehmen: "company",
  societe: "company",
  entreprise: "company",
  empresa: "company",
  account_name: "company",
  stadt: "place",
  ville: "place",
  ciudad: "place",
};

/** Last words of names that tell nothing by themselves. */
const VAGUE = new Set(["id", "name", "type", "value", "key", "number", "no", "url", "text"]);

/** Kinds of which a table has one column, so that the kind alone tells which field is meant. */
const TELLING: ReadonlySet<ValueKind> = new Set([
  "firstName",
  "lastName",
  "fullName",
  "company",
  "place",
  "email",
  "picture",
]);

/**
 * Guesses what the columns of a table hold from its headers: a field's key or label in any spelling ("First Name",
 * "firstName", "FIRST-NAME"), else the only field left of the kind a header names ("fname", "Vorname"), else the only one
 * whose last words are the header's or the other way round ("points" and `loyalty_points`). No field is named twice;
 * earlier columns and exact names come first.
 */
export function guessColumns(headers: readonly string[], fields: readonly Field[]): TableColumn[] {
  const words = headers.map(spelling);
  const taken = new Set<string>();
  const columns: TableColumn[] = words.map((word) => {
    const field = fields.find(
      ({ key, label }) => word !== "" && !taken.has(key) && (key === word || spelling(label) === word),
    );
    if (field) {
      taken.add(field.key);
      return { field: field.key };
    }
    return ROW_NAMES.has(word) ? "name" : null;
  });
  /** Gives columns without a field the only one left that is meant by their words. */
  function fill(isMeant: (word: string, field: Field) => boolean): void {
    for (const [index, word] of words.entries()) {
      if (columns[index] !== null || word === "") continue;
      const meant = fields.filter((field) => !taken.has(field.key) && isMeant(word, field));
      const [only] = meant;
      if (meant.length !== 1 || only === undefined) continue;
      taken.add(only.key);
      columns[index] = { field: only.key };
    }
  }
  fill(
    (word, { key, type }) => TELLING.has(kindOfWord(word)) && valueKindOf({ key, type }) === kindOfWord(word),
  );
  fill(
    (word, { key }) =>
      !VAGUE.has(word) && !VAGUE.has(key) && !TELLING.has(kindOfWord(word)) && endsAlike(word, key),
  );
  return columns;
}

/** Whether the words of one name are the last words of the other. */
function endsAlike(one: string, other: string): boolean {
  return one.endsWith(`_${other}`) || other.endsWith(`_${one}`);
}

/** The kind of values that a column holds, as far as its header tells. */
export function kindOfHeader(header: string): ValueKind {
  return kindOfWord(spelling(header));
}

function kindOfWord(word: string): ValueKind {
  const named = Object.hasOwn(KIND_OF_HEADER, word) ? KIND_OF_HEADER[word] : undefined;
  return named ?? valueKindOf({ type: "text", key: word });
}

/** Whether the first row of a table names its columns: each cell that is not blank names a field or the row. */
export function namesColumns(cells: readonly string[], fields: readonly Field[]): boolean {
  const named = guessColumns(cells, fields);
  const filled = cells.filter((cell) => cell.trim() !== "").length;
  return (
    named.some((column) => column !== null) && named.filter((column) => column !== null).length === filled
  );
}

/** A name as its words in lower case between underscores: "First Name", "firstName" and "FIRST-NAME" are the same. */
function spelling(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1_$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_|_$/g, "");
}

export type RowChoice = "first" | "spread";

/** At most so many rows of a table: the first ones, or as many spread evenly from the first to the last. */
export function chooseRows<Row>(rows: readonly Row[], most: number, how: RowChoice): Row[] {
  if (rows.length <= most) return [...rows];
  if (how === "first" || most < 2) return rows.slice(0, most);
  const step = (rows.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => rows[Math.round(index * step)]).flatMap((row) =>
    row === undefined ? [] : [row],
  );
}
