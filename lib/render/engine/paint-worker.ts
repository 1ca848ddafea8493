import { workerData } from "piscina";
import { keepStorageIn } from "@/lib/server/storage";
import { painterNode } from "../painter-node";
import { type PaintTask, runPaintTask } from "./paint-task";

// A thread knows no settings; where uploaded fonts lie it is told.
keepStorageIn(workerData.storage);

/** A painting thread: one long-lived painter, so that fonts are opened once. It sees nothing but its tasks. */
export default async function paintWorker(task: PaintTask) {
  return runPaintTask(await painterNode(), task);
}
