import { MEMBER_ROLES, type MemberRole } from "../api/members";

type Words = {
  label: string;
  /** What whoever has it may do. */
  may: string;
  /** The same, said to them. */
  you: string;
};

/** The roles in words. */
export const ROLE_WORDS: Readonly<Record<MemberRole, Words>> = {
  owner: {
    label: "Owner",
    may: "May do everything, and says who else is an owner.",
    you: "You may do everything, and say who else is an owner.",
  },
  admin: {
    label: "Admin",
    may: "May do everything, but make or remove owners.",
    you: "You may do everything, but make or remove owners.",
  },
  editor: {
    label: "Editor",
    may: "Makes, changes and publishes templates.",
    you: "You make, change and publish templates.",
  },
  viewer: {
    label: "Viewer",
    may: "Sees the whole workspace and changes nothing.",
    you: "You see the whole workspace and change nothing.",
  },
  guest: {
    label: "Guest",
    may: "Sees the projects you choose and changes nothing.",
    you: "You see some projects and change nothing.",
  },
};

/** The roles somebody of a role may give, as options of a select. */
export function rolesToGive(giver: MemberRole): { value: MemberRole; label: string }[] {
  return MEMBER_ROLES.filter((role) => giver === "owner" || role !== "owner").map((value) => ({
    value,
    label: ROLE_WORDS[value].label,
  }));
}
