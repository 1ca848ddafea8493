import { newId } from "@/lib/accounts/ids";
import { createKey } from "@/lib/accounts/keys/manage-keys";
import { removeMember } from "@/lib/accounts/members/remove-member";
import { newCertificate } from "@/lib/certificates/testing/new-certificate";
import { createAsset } from "@/lib/server/assets";
import { createFont } from "@/lib/server/fonts-upload";
import { createTemplate } from "@/lib/server/templates/create-template";
import { saveDraft } from "@/lib/server/templates/draft";
import { publishTemplate } from "@/lib/server/templates/publish-template";
import { createStarter } from "@/lib/server/templates/starters";
import { newApiWorld, newPicture } from "@/lib/server/testing/api-world";
import { askApi, newApiKey } from "@/lib/server/testing/ask-api";
import { newMember, newPerson, type Person } from "@/lib/server/testing/people";
import { createDocument } from "@/lib/template/create-document";
import type { Document } from "@/lib/template/schema";
import { image, text } from "@/lib/template/starters/build";
import { BLANK, newInvitation, someFont } from "../things";

const BOX = { id: "one", name: "One", x: 0, y: 0, width: 20, height: 20 };

/** What one workspace, or one project, has. */
type Things = {
  projectId: string;
  templateId: string;
  linkId: string;
  assetId: string;
  family: string;
  starterId: string;
  certificateId: string;
  keyId: string;
  memberId: string;
  invitationId: string;
  /** Somebody taken out a moment ago, and what takes that back. */
  removal: { userId: string; event: string };
};

export let mine: Person;
export let theirs: Person;
export let own: Things;
export let foreign: Things;
/** In another project of my own workspace. */
export let beside: Things;
export let key: string;
export let limited: string;

async function newThings(owner: Person): Promise<Things> {
  const { projectId } = await newApiWorld(owner);
  const asset = await createAsset(owner.scope, { name: "logo.png", bytes: newPicture() });
  const bytes = await someFont();
  const font = await createFont(owner.scope, { name: "brand.ttf", bytes, licenceNote: "" });
  const { id: templateId } = await createTemplate(owner.scope, {
    name: "Shows them",
    projectId,
    from: BLANK,
  });
  const document = {
    ...showing(asset.id),
    layers: [...showing(asset.id).layers, ...written(font.familyKey).layers],
  };
  await saveDraft(owner.scope, templateId, { document, baseRevision: 1, mutationId: newId("err") });
  await publishTemplate(owner.scope, templateId, 2);
  const { links } = await (await askApi(await newApiKey(owner), `/links?template=${templateId}`)).json();
  const { id: starterId } = await createStarter(owner.scope, { templateId });
  const { userId } = (await newMember(owner, "editor")).scope;
  return {
    projectId,
    templateId,
    linkId: links[0].id,
    assetId: asset.id,
    family: font.familyKey,
    starterId,
    certificateId: (await newCertificate(owner.scope)).id,
    keyId: (await createKey(owner.scope, { name: "Theirs", scopes: ["templates:read"] })).key.id,
    memberId: (await newMember(owner, "editor")).scope.userId,
    invitationId: (await newInvitation(owner)).id,
    removal: { userId, ...(await removeMember(owner.scope, userId)) },
  };
}

export const blank = () => createDocument({ width: 60, height: 30, displayWidth: 60 });

export function showing(assetId: string): Document {
  return { ...blank(), layers: [image({ ...BOX, id: "picture" }, { source: { kind: "asset", assetId } })] };
}

export function written(fontFamily: string): Document {
  const layer = text({ ...BOX, id: "words" }, "Words");
  return { ...blank(), layers: [{ ...layer, style: { ...layer.style, fontFamily, fontWeight: 400 } }] };
}

/** Makes all of it; whatever is imported from here is there from then on. */
export async function openNestedWorld(): Promise<void> {
  [mine, theirs] = [await newPerson("Mine"), await newPerson("Theirs")];
  [own, foreign, beside] = [await newThings(mine), await newThings(theirs), await newThings(mine)];
  key = await newApiKey(mine);
  limited = (
    await createKey(mine.scope, {
      name: "One project",
      scopes: [
        "templates:read",
        "templates:write",
        "templates:publish",
        "images:render",
        "images:read",
        "links:read",
        "links:write",
        "projects:read",
        "projects:write",
        "assets:read",
      ],
      projectIds: [own.projectId],
    })
  ).secret;
}
