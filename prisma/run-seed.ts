import { closeDb } from "@/lib/server/db";
import { DEMO, seedDemo } from "./seed";

// The seed as a program: fills the database of DATABASE_URL and tells its parent how to sign in.
await seedDemo();
await closeDb();
process.send?.({ demo: DEMO });
process.disconnect?.();
