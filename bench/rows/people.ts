const FIRST = [
  "Ann",
  "BOB",
  "Zoë",
  " Chiara",
  "Dmytro",
  "李娜",
  "eva",
  "Łukasz",
  "Anne-Marie",
  "{{first_name}}",
];
const LAST = [
  "Lee",
  "McKinsey",
  "Núñez",
  "O'Neil",
  "de la Cruz",
  "Szczęsny",
  "SMITH",
  "",
  "Yamada",
  "van Dyk",
];

/** So many rows of six columns as CSV, some of them with the faults that lists have, in pieces as a network sends them. */
export async function* peopleCsv(rows: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from("first_name,last_name,company,email,points,photo\r\n");
  for (let from = 0; from < rows; from += 500) {
    const lines = Array.from({ length: Math.min(500, rows - from) }, (_, index) => line(from + index));
    yield Buffer.from(lines.join(""));
  }
}

function line(index: number): string {
  const first = FIRST[index % FIRST.length] ?? "";
  const last = LAST[Math.floor(index / 7) % LAST.length] ?? "";
  const email = index % 97 === 0 ? "nobody@" : `person.${index % 99_000}@example.com`;
  const points = index % 89 === 0 ? "many" : `${(index * 37) % 10_000}`;
  return `${first},${last},"Company ${index % 3000}, Inc.",${email},${points},https://example.com/photos/${index}.png\r\n`;
}
