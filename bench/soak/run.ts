import { parseArgs } from "node:util";
import { closeDb } from "@/lib/server/db";
import { countOf } from "../count-of";
import { printTargets, type Target } from "../figures";
import { addressesOf } from "../http/addresses";
import { seedScene } from "../http/seed";
import { SCENES } from "../pictures/scenes";
import { startServer } from "../processes";
import { checkBands } from "./bands";
import { startBrowserDecoder } from "./browser-decoder";
import { watchMemory } from "./memory";
import { checkPlates } from "./plates";

/** A long run of one picture server, and many comparisons; ends with a verdict and its exit code. */
const { values } = parseArgs({
  options: {
    renders: { type: "string", default: "100000" },
    documents: { type: "string", default: "300" },
    bands: { type: "string", default: "100" },
  },
});
const renders = countOf("renders", values.renders);
const documents = countOf("documents", values.documents);
const bands = countOf("bands", values.bands);

const [scene] = SCENES;
if (!scene) throw new Error("there is no scene");
const targets: Target[] = [];

console.log(`comparing ${documents} random documents ...`);
targets.push(await checkPlates(documents));
console.log(`decoding ${bands} pictures in bands ...`);
const browser = await startBrowserDecoder();
targets.push(...(await checkBands(bands, browser)));
await browser.close();

const addresses = addressesOf(await seedScene(scene), scene);
await closeDb();
console.log(`making ${renders} pictures, ${scene.title}, each of its own values ...`);
const server = await startServer("picture-server", process.env);
targets.push(...(await watchMemory(server, addresses, renders)));
await server.stop();

console.log();
printTargets(targets);
const missed = targets.filter(({ met }) => !met).length;
console.log(
  missed === 0 ? "\nThe soak holds." : `\nThe soak does not hold: ${missed} of ${targets.length} missed.`,
);
process.exit(missed === 0 ? 0 : 1);
