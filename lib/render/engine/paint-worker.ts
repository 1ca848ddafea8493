import { workerData } from "piscina";
import sharp from "sharp";
import { keepStorageIn } from "@/lib/server/storage";
import { painterNode } from "../painter-node";
import type { ThreadTask } from "./paint-pool";
import { type PaintTask, runPaintTask } from "./paint-task";

// Pictures that painting sees are the painter's SVG and what it holds. Whatever else a file claims to be is not read.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["Svg", "Png", "Jpeg"].map((format) => `VipsForeignLoad${format}Buffer`) });

// A thread knows no settings; where uploaded fonts lie it is told.
keepStorageIn(workerData.storage);

/** A painting thread: one long-lived painter, so that fonts are opened once. It sees nothing but its tasks. */
export default async function paintWorker({ task, begun }: ThreadTask<PaintTask>) {
  const painter = await painterNode();
  begun[0] = Date.now();
  return runPaintTask(painter, task);
}
