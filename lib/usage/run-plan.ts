import { AppError } from "@/lib/errors";
import { closeDb } from "@/lib/server/db";
import { setPlan } from "./set-plan";

// `npm run plan` as a program on the database of DATABASE_URL: says one sentence, and fails with one.
const [slug = "", plan = ""] = process.argv.slice(2);
try {
  console.log(await setPlan(slug, plan));
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await closeDb();
}
