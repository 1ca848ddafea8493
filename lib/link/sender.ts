/** What a field stands for in a sender's contact data; found from its key. */
export type Role = "first_name" | "last_name" | "email" | "company" | "custom";

/** A field as a sender knows it. */
export type Property = {
  role: Role;
  /** Key of the template's field; for a custom role also the proposed name of the sender's property. */
  key: string;
};

/** How a sender writes merge tags, and what it cannot do. */
export type SenderDefinition = {
  id: string;
  name: string;
  kind: "e-mail" | "outreach" | "chat" | "website" | "plain";
  /** The vendor's own pages show these tags. Otherwise a test send has to prove them. */
  verified: boolean;
  /** The tags carry a URL-encoding filter: every value arrives exactly, unless it looks encoded itself. */
  encodes: boolean;
  /** What this sender cannot do or does otherwise, in sentences for the person who copies. */
  limits: readonly string[];
  /** The merge tag of a property; empty when the sender has no tags. */
  tag(property: Property): string;
};

const ROLES: Readonly<Record<string, Role>> = {
  first_name: "first_name",
  firstname: "first_name",
  given_name: "first_name",
  last_name: "last_name",
  lastname: "last_name",
  surname: "last_name",
  family_name: "last_name",
  email: "email",
  email_address: "email",
  company: "company",
  company_name: "company",
  organization: "company",
  organisation: "company",
};

/** What a field with this key stands for. */
export function propertyOf(key: string): Property {
  return { role: Object.hasOwn(ROLES, key) ? (ROLES[key] ?? "custom") : "custom", key };
}

/** The sender's own names of the four standard properties, and how it names a custom one. */
export type PropertyNames = Readonly<Record<Exclude<Role, "custom">, string>> & {
  custom(key: string): string;
};

/** A tag that is the property's name between fixed texts. */
export function named(names: PropertyNames, before: string, after: string): SenderDefinition["tag"] {
  return ({ role, key }) => `${before}${role === "custom" ? names.custom(key) : names[role]}${after}`;
}

export const asIs = (key: string): string => key;
export const upperCase = (key: string): string => key.toUpperCase();

/** Sentence for senders without an encoding filter; what arrives unencoded is read by `readQuery`. */
export const CANNOT_ENCODE =
  "It cannot URL-encode values. Names, spaces, accents and & are read correctly; text after a # is lost and a + becomes a space.";
