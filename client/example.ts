// Makes a template, publishes it, gives it one more link, keeps a picture of it and lists what there is.
//
//     NAMEPLATE_URL=https://img.example.com NAMEPLATE_KEY=nameplate_live_... node client/example.ts
//
// Node 22.18 and newer run it as it stands; older ones by `npx tsx client/example.ts`.
import { writeFile } from "node:fs/promises";
import { createNameplate } from "./nameplate.ts";
import { NameplateError } from "./nameplate-error.ts";

const nameplate = createNameplate({
  origin: process.env.NAMEPLATE_URL ?? "http://localhost:3000",
  key: process.env.NAMEPLATE_KEY ?? "",
});

try {
  const template = await nameplate.createTemplate({
    body: { name: "Thank you", from: { kind: "starter", id: "loyalty-thank-you" } },
  });
  await nameplate.publishTemplate({ id: template.id, body: { revision: template.revision } });
  const link = await nameplate.createLink({ body: { templateId: template.id } });
  console.log(`A link for another campaign: ${link.url}`);

  const { fields } = await nameplate.listFields({ id: template.id });
  console.log(`Fields: ${fields.map(({ key }) => key).join(", ")}`);
  const { bytes } = await nameplate.createImage({
    body: { templateId: template.id, values: { first_name: "Łukasz" }, format: "png" },
  });
  await writeFile("thank-you.png", bytes);
  console.log(`thank-you.png: ${bytes.byteLength} bytes`);

  // Two to a page; the next page is asked for when its first item is.
  for await (const { name, status } of nameplate.each("listTemplates", { limit: 2 })) {
    console.log(`${name} (${status})`);
  }
} catch (error) {
  if (!(error instanceof NameplateError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}
