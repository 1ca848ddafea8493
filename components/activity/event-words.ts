import { figure, METRIC_WORDS } from "@/lib/usage/usage-words";
import type { EventItem } from "../api/events";

type Told = Pick<EventItem, "action" | "object" | "details">;
type Sentence = (event: Told) => string;

type Words = {
  /** What a filter calls it. */
  label: string;
  /** What was done, to stand after the name of whoever did it. */
  done: Sentence;
};

const quoted = (text: unknown) => `“${String(text)}”`;
const role = (value: unknown) => String(value ?? "member");
const about =
  (what: string): Sentence =>
  (event) =>
    `${what} ${quoted(event.object.name)}`;
const renamed =
  (what: string): Sentence =>
  ({ object, details: { from, to } }) =>
    typeof from === "string" && from !== to
      ? `renamed ${what} ${quoted(from)} to ${quoted(to)}`
      : `changed ${what} ${quoted(object.name)}`;
const madeFrom =
  (what: string, word: string): Sentence =>
  ({ object, details: { from } }) =>
    typeof from === "string"
      ? `${what} ${quoted(object.name)} ${word} ${quoted(from)}`
      : `${what} ${quoted(object.name)}`;

/** In the order in which a filter offers them. */
const WORDS: Readonly<Record<string, Words>> = {
  "template.create": { label: "Template made", done: madeFrom("made the template", "from") },
  "template.rename": { label: "Template renamed", done: renamed("the template") },
  "template.move": {
    label: "Template moved",
    done: ({ object, details }) =>
      `moved the template ${quoted(object.name)} from ${quoted(details.from)} to ${quoted(details.to)}`,
  },
  "template.duplicate": {
    label: "Template duplicated",
    done: ({ object, details: { from, version } }) =>
      `made ${quoted(object.name)} from ${typeof version === "number" ? `version ${version} of ` : ""}${quoted(from)}`,
  },
  "template.import": { label: "Template imported", done: about("imported the template") },
  "template.publish": {
    label: "Template published",
    done: ({ object, details: { version, note } }) =>
      `published version ${version} of ${quoted(object.name)}${typeof note === "string" ? `: ${quoted(note)}` : ""}`,
  },
  "template.lock": {
    label: "Template brand-locked",
    done: ({ object, details }) =>
      `${details.locked === true ? "brand-locked" : "took the brand lock off"} ${quoted(object.name)}`,
  },
  "template.delete": { label: "Template deleted", done: about("deleted the template") },
  "template.restore": { label: "Template restored", done: about("restored the template") },
  "version.edit": {
    label: "Version noted",
    done: ({ object, details: { version, to } }) =>
      to === ""
        ? `removed the note of version ${version} of ${quoted(object.name)}`
        : `noted of version ${version} of ${quoted(object.name)}: ${quoted(to)}`,
  },
  "link.create": { label: "Link made", done: about("made a link of") },
  "link.edit": { label: "Link changed", done: about("changed a link of") },
  "link.delete": { label: "Link deleted", done: about("deleted a link of") },
  "link.restore": { label: "Link restored", done: about("restored a link of") },
  "batch.create": { label: "Batch made", done: about("made the batch") },
  "batch.start": { label: "Batch started", done: about("started the batch") },
  "batch.pause": { label: "Batch paused", done: about("paused the batch") },
  "batch.resume": { label: "Batch resumed", done: about("resumed the batch") },
  "batch.retry": { label: "Batch tried again", done: about("tried failed rows again of the batch") },
  "batch.cancel": { label: "Batch cancelled", done: about("cancelled the batch") },
  "batch.mail": { label: "Results mailed", done: about("began to mail results of the batch") },
  "batch.mail-stop": { label: "Mailing stopped", done: about("stopped mailing results of the batch") },
  "batch.mail-end": { label: "Mailing ended", done: about("mailed the last result of the batch") },
  "batch.delete": { label: "Batch deleted", done: about("deleted the batch") },
  "source.create": { label: "Data added", done: about("added the data") },
  "source.edit": { label: "Data changed", done: renamed("the data") },
  "source.fill": {
    label: "Rows changed",
    done: ({ object, details: { done, rows } }) =>
      typeof rows === "number"
        ? `filled ${quoted(object.name)} with ${rows.toLocaleString("en-GB")} ${rows === 1 ? "row" : "rows"}`
        : `${String(done ?? "changed rows of")} ${quoted(object.name)}`,
  },
  "source.delete": { label: "Data deleted", done: about("deleted the data") },
  "source.restore": { label: "Data restored", done: about("restored the data") },
  "project.create": { label: "Project made", done: about("made the project") },
  "project.edit": { label: "Project renamed", done: renamed("the project") },
  "starter.create": {
    label: "Workspace template made",
    done: madeFrom("kept the workspace template", "from"),
  },
  "starter.edit": { label: "Workspace template renamed", done: renamed("the workspace template") },
  "starter.delete": { label: "Workspace template deleted", done: about("deleted the workspace template") },
  "starter.restore": { label: "Workspace template restored", done: about("restored the workspace template") },
  "brand.edit": { label: "Brand kit changed", done: () => "changed the brand kit" },
  "asset.create": { label: "Image uploaded", done: about("uploaded the image") },
  "asset.edit": { label: "Image renamed", done: renamed("the image") },
  "asset.tag": {
    label: "Image tagged",
    done: ({ object, details: { added, removed, pictures, to } }) => {
      if (typeof added === "string") return `tagged the image ${quoted(object.name)} ${quoted(added)}`;
      if (typeof removed === "string") return `took the tag ${quoted(removed)} from ${quoted(object.name)}`;
      if (typeof pictures !== "number") return `changed the tags of the image ${quoted(object.name)}`;
      return to === null ? `removed ${object.name} everywhere` : `renamed ${object.name} to ${quoted(to)}`;
    },
  },
  "asset.replace": {
    label: "Image replaced",
    done: ({ object, details }) =>
      details.undone === true
        ? `put the image ${quoted(object.name)} back`
        : `replaced the image ${quoted(object.name)} by ${quoted(details.with)}`,
  },
  "asset.delete": { label: "Image deleted", done: about("deleted the image") },
  "asset.restore": { label: "Image restored", done: about("restored the image") },
  "font.create": { label: "Font uploaded", done: about("uploaded the font") },
  "font.edit": { label: "Font changed", done: renamed("the font") },
  "font.delete": { label: "Font deleted", done: about("deleted the font") },
  "font.restore": { label: "Font restored", done: about("restored the font") },
  "certificate.revoke": { label: "Certificate revoked", done: about("revoked the certificate") },
  "certificate.restore": { label: "Certificate restored", done: about("restored the certificate") },
  "image-hosts.edit": {
    label: "Picture hosts changed",
    done: ({ details: { hosts } }) =>
      Array.isArray(hosts) && hosts.length > 0
        ? `allowed pictures from ${hosts.join(", ")} only`
        : "allowed pictures from any public host",
  },
  "workspace.create": { label: "Workspace made", done: about("made the workspace") },
  "workspace.edit": { label: "Workspace renamed", done: renamed("the workspace") },
  "workspace.transfer": {
    label: "Ownership transferred",
    done: ({ object }) => `made ${object.name} the owner`,
  },
  "workspace.leave": { label: "Member left", done: () => "left the workspace" },
  "member.join": { label: "Member joined", done: ({ details }) => `joined as ${role(details.role)}` },
  "member.edit": {
    label: "Role changed",
    done: ({ object, details: { from, to, projects } }) =>
      from === to && Array.isArray(projects)
        ? `changed the projects of ${object.name} to ${projects.join(", ") || "none"}`
        : `made ${object.name} ${role(to)}, who was ${role(from)}`,
  },
  "member.remove": { label: "Member removed", done: ({ object }) => `removed ${object.name}` },
  "member.restore": { label: "Removal undone", done: ({ object }) => `brought ${object.name} back` },
  "invitation.create": {
    label: "Somebody invited",
    done: ({ object, details }) => `invited ${object.name} as ${role(details.role)}`,
  },
  "invitation.resend": {
    label: "Invitation renewed",
    done: ({ object }) => `renewed the invitation of ${object.name}`,
  },
  "invitation.revoke": {
    label: "Invitation taken back",
    done: ({ object }) => `took the invitation of ${object.name} back`,
  },
  "invitation.restore": {
    label: "Invitation restored",
    done: ({ object }) => `restored the invitation of ${object.name}`,
  },
  "signing-key.edit": {
    label: "Signing key changed",
    done: ({ object, details }) => `${String(details.done ?? "changed")} the signing key …${object.name}`,
  },
  "webhook.edit": {
    label: "Webhook changed",
    done: ({ object, details }) => `${String(details.done ?? "changed")} the webhook ${quoted(object.name)}`,
  },
  "key.edit": {
    label: "API key changed",
    done: ({ object, details }) => `${String(details.done ?? "changed")} the API key ${quoted(object.name)}`,
  },
  "plan.change": {
    label: "Plan changed",
    done: ({ details: { from, to } }) => `changed the plan from ${String(from)} to ${String(to)}`,
  },
  "quota.reached": {
    label: "Quota reached",
    done: ({ details: { metric, threshold, used, limit } }) =>
      `found ${String(threshold)} % of the quota reached: ${figure(String(metric), Number(used))} of ${figure(String(metric), Number(limit))} ${quotaLabel(metric)}`,
  },
};

function quotaLabel(metric: unknown): string {
  return (METRIC_WORDS[String(metric)]?.label ?? String(metric)).toLowerCase();
}

const KINDS: Readonly<Record<string, string>> = {
  template: "Templates",
  link: "Links",
  batch: "Batches",
  certificate: "Certificates",
  source: "Data",
  "signing-key": "Signing keys",
  project: "Projects",
  starter: "Workspace templates",
  brand: "Brand kit",
  asset: "Images",
  font: "Fonts",
  workspace: "Workspace",
  member: "Members",
  invitation: "Invitations",
  key: "API keys",
  webhook: "Webhooks",
};

/** What was done, to stand after the name of whoever did it. One that is not known here is told by its own word. */
export function eventWords(event: Told): string {
  const words = WORDS[event.action];
  return words ? words.done(event) : `${event.action}: ${quoted(event.object.name)}`;
}

/** What a filter calls an action. */
export function actionLabel(action: string): string {
  return WORDS[action]?.label ?? action;
}

/** What a filter calls a kind of thing. */
export function kindLabel(kind: string): string {
  return KINDS[kind] ?? kind;
}
