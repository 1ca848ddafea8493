import { AppError } from "@/lib/errors";

/**
 * Where a sheet that was shared or published gives its rows as CSV: the address of a Google Sheet as it stands in a
 * browser (`…/edit#gid=0`) or of one published to the web becomes that of its CSV. Other addresses are taken as they are.
 * @throws AppError `invalid`
 */
export function sheetAddress(text: string): string {
  const written = text.trim();
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) {
    throw new AppError(
      "invalid",
      "Expected the address of a sheet such as https://docs.google.com/spreadsheets/d/… or of a CSV file. Copy it from the browser.",
      { path: "/url" },
    );
  }
  const url = new URL(written);
  if (url.hostname !== "docs.google.com") return url.href;
  const gid = /(?:^|[#&?])gid=(\d{1,20})/.exec(`${url.hash}&${url.search}`)?.[1];
  const published = /^\/spreadsheets\/(?:u\/\d+\/)?d\/e\/([\w-]+)\/pub(?:html)?$/.exec(url.pathname);
  if (published) {
    const sheet = gid === undefined ? "" : `&gid=${gid}&single=true`;
    return `https://docs.google.com/spreadsheets/d/e/${published[1]}/pub?output=csv${sheet}`;
  }
  const shared = /^\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]+)(?:\/|$)/.exec(url.pathname);
  if (shared && shared[1] !== "e") {
    return `https://docs.google.com/spreadsheets/d/${shared[1]}/export?format=csv${gid === undefined ? "" : `&gid=${gid}`}`;
  }
  throw new AppError(
    "invalid",
    "Expected the address of a Google Sheet, got another page of Google. Open the sheet and copy the address from the browser.",
    { path: "/url" },
  );
}
