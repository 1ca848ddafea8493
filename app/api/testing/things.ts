import { newId } from "@/lib/accounts/ids";
import { createInvitation } from "@/lib/accounts/invitations/create-invitation";
import { mailInvitation } from "@/lib/accounts/invitations/mail-invitation";
import { createKey } from "@/lib/accounts/keys/manage-keys";
import { familyName, ordinaryFont, withTables } from "@/lib/render/testing/hostile-fonts";
import { createAsset } from "@/lib/server/assets";
import { db } from "@/lib/server/db";
import { createFont } from "@/lib/server/fonts-upload";
import { listProjects } from "@/lib/server/projects";
import { exportTemplate } from "@/lib/server/template-file/export-template";
import { createTemplate } from "@/lib/server/templates/create-template";
import { publishTemplate } from "@/lib/server/templates/publish-template";
import { createStarter } from "@/lib/server/templates/starters";
import { newPicture } from "@/lib/server/testing/api-world";
import { mailedToken } from "@/lib/server/testing/mailed";
import type { Person } from "@/lib/server/testing/people";
import { type BrandKit, EMPTY_KIT } from "@/lib/template/brand";

/** What examples of routes speak of, made anew in somebody's workspace. */

export const BLANK = { kind: "blank", width: 60, height: 30, displayWidth: 60 } as const;

export async function newTemplate(owner: Person): Promise<string> {
  return (await createTemplate(owner.scope, { name: "Canary", from: BLANK })).id;
}

export async function newPublished(owner: Person): Promise<string> {
  const id = await newTemplate(owner);
  await publishTemplate(owner.scope, id, 1);
  return id;
}

export async function newStarter(owner: Person): Promise<string> {
  return (await createStarter(owner.scope, { templateId: await newTemplate(owner) })).id;
}

export async function firstProject(of: Person): Promise<string> {
  const [project] = await listProjects(of.scope);
  if (!project) throw new Error("A workspace begins with a project.");
  return project.id;
}

export async function newKey(owner: Person): Promise<string> {
  const { key } = await createKey(owner.scope, { name: "Canary", scopes: ["templates:read"] });
  // A workspace has fifty at most, and the walks make more.
  await db().apiKey.deleteMany({ where: { name: "Canary", NOT: { id: key.id } } });
  return key.id;
}

/** An invitation with both of its tokens: the one that is copied, and the one that is mailed. */
export async function newInvitation(owner: Person): Promise<{ id: string; token: string; mailed: string }> {
  const email = `${newId("usr")}@example.com`;
  const made = { email, role: "editor" as const, projectIds: [], mail: false };
  const { invitation, url } = await createInvitation(owner.scope, made);
  await mailInvitation(owner.scope, invitation, new Date());
  return {
    id: invitation.id,
    token: url.split("#").at(-1) ?? "",
    mailed: await mailedToken(email),
  };
}

export async function newAsset(owner: Person): Promise<string> {
  return (await createAsset(owner.scope, { name: "logo.png", bytes: newPicture() })).id;
}

/** A font of a family of its own. */
export async function someFont(): Promise<Buffer> {
  return withTables(await ordinaryFont(), { name: familyName(newId("err")) });
}

export async function newFont(owner: Person): Promise<string> {
  const upload = { name: "brand.ttf", bytes: await someFont(), licenceNote: "" };
  return (await createFont(owner.scope, upload)).id;
}

/** A kit with a logo and a font of the owner's own. */
export async function someKit(owner: Person): Promise<BrandKit> {
  const upload = { name: "brand.ttf", bytes: await someFont(), licenceNote: "" };
  const font = await createFont(owner.scope, upload);
  return {
    ...EMPTY_KIT,
    colors: [{ id: newBrandId(), name: "Secret ink", color: "#102030" }],
    fonts: [{ id: newBrandId(), name: "Headings", fontFamily: font.familyKey }],
    logos: [{ id: newBrandId(), name: "Mark", assetId: await newAsset(owner) }],
  };
}

function newBrandId(): string {
  return newId("ast").replace("ast_", "br_");
}

/** A template as the file that people take along. */
export async function fileOf(owner: Person, id: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of (await exportTemplate(owner.scope, id)).parts) parts.push(part);
  return Buffer.concat(parts);
}
