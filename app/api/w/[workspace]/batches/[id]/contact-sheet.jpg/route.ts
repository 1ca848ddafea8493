import { contactSheet } from "@/lib/batches/results/contact-sheet";
import { resultsOf } from "@/lib/batches/results/each-result";
import { safeFileName } from "@/lib/batches/results/file-name";
import { attachmentHeaders } from "@/lib/server/http/attachment";
import { itemParams } from "@/lib/server/http/params";
import { route } from "@/lib/server/http/route";

const fileNamed = (name: string) => `${safeFileName(name, "jpg") || "contact-sheet"}.jpg`;

export const GET = route({ action: "batch.read", params: itemParams }, async (scope, { params }) => {
  const results = await resultsOf(scope, params.id, new Date());
  const sheet = await contactSheet(results);
  const headers = attachmentHeaders("image/jpeg", fileNamed(results.item.name), "contact-sheet.jpg");
  return new Response(new Uint8Array(sheet), { headers });
});
