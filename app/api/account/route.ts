import { z } from "zod";
import { renameAccount } from "@/lib/accounts/account";
import { personName } from "@/lib/accounts/person-name";
import { accountRoute } from "@/lib/server/http/route";

export const PATCH = accountRoute({ body: z.strictObject({ name: personName }) }, (identity, { body }) =>
  renameAccount(identity, body.name),
);
