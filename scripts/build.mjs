// npm run build: packages, database client, compiled programs and pages, whether stale or not.
import "./lib/check-node.mjs";
import { withLifetime } from "./lib/lifetime.mjs";
import { prepare } from "./lib/prepare.mjs";
import { say } from "./lib/say.mjs";

await withLifetime(async (lifetime) => {
  say("Building Nameplate:");
  await prepare(lifetime, { pages: true, always: true });
  return 0;
});
