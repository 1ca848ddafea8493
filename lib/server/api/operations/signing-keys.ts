import { z } from "zod";
import { createSigningKey, listSigningKeys, revokeSigningKey } from "../../links/signing-keys";
import { operation } from "../operation";
import { itemId, signingKeyShape } from "../shapes";

const tag = "Signing keys";

export const SIGNING_KEY_OPERATIONS = [
  operation({
    id: "listSigningKeys",
    method: "GET",
    path: "/signing-keys",
    tag,
    summary: "List signing keys",
    description: "Those that hold, the newest first: new addresses are signed with that one.",
    action: "signing-key.read",
    answer: {
      kind: "json",
      status: 200,
      description: "The keys, without their secrets.",
      schema: z.strictObject({ signingKeys: z.array(signingKeyShape) }),
    },
    example: () => ({}),
    run: async (scope) => ({ signingKeys: (await listSigningKeys(scope)).map(keyOut) }),
  }),
  operation({
    id: "createSigningKey",
    method: "POST",
    path: "/signing-keys",
    tag,
    summary: "Create a signing key",
    description:
      "Sign with it on your own machine, or leave that to `signLinkUrl`. Addresses signed with older keys hold until those are revoked.",
    action: "signing-key.edit",
    answer: {
      kind: "json",
      status: 201,
      description: "The key with its secret.",
      schema: signingKeyShape
        .extend({ secret: z.string().describe("Keep it on your server.") })
        .meta({ id: "NewSigningKey" }),
    },
    example: () => ({}),
    run: async (scope) => {
      const { secret, ...key } = await createSigningKey(scope);
      return { ...keyOut(key), secret };
    },
  }),
  operation({
    id: "revokeSigningKey",
    method: "DELETE",
    path: "/signing-keys/{id}",
    tag,
    summary: "Revoke a signing key",
    description: "Addresses signed with it show the picture without values within seconds.",
    action: "signing-key.edit",
    params: itemId,
    answer: { kind: "nothing", status: 204, description: "It is revoked." },
    example: ({ signingKeyId }) => ({ params: { id: signingKeyId } }),
    run: (scope, { params }) => revokeSigningKey(scope, params.id),
  }),
];

function keyOut({ id, createdAt }: { id: string; createdAt: Date }): z.infer<typeof signingKeyShape> {
  return { id, createdAt: createdAt.toISOString() };
}
