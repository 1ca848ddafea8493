/** What starters are for, in the order they are offered. */
export const STARTER_CATEGORIES = [
  { id: "email", label: "E-mail" },
  { id: "events", label: "Events" },
  { id: "certificates", label: "Certificates" },
  { id: "sales", label: "Sales" },
  { id: "social", label: "Social" },
  { id: "retention", label: "Retention" },
] as const;

export type StarterCategory = (typeof STARTER_CATEGORIES)[number]["id"];
