import { z } from "zod";
import { CLIENT_FILES, readClientFile } from "@/lib/server/api/client/client-file";
import { publicRoute } from "@/lib/server/http/route";

/** The typed client of the REST API, to take along. */
export const GET = publicRoute(
  { params: z.strictObject({ file: z.enum(CLIENT_FILES) }) },
  async ({ params: { file } }) =>
    new Response(await readClientFile(file), {
      headers: {
        "content-type": "text/plain; charset=utf-8",
        "content-disposition": `attachment; filename="${file}"`,
        "cache-control": "no-cache",
        "x-content-type-options": "nosniff",
      },
    }),
);
