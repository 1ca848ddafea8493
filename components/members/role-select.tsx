"use client";

import { type MemberRole, memberRole } from "../api/members";
import { Select } from "../ui/select";
import { rolesToGive } from "./role-words";

export type RoleSelectProps = {
  /** Whose role it is. */
  name: string;
  value: MemberRole;
  /** Role of whoever chooses. */
  giver: MemberRole;
  onChange: (role: MemberRole) => void;
};

/** A member's role, changed where it stands. */
export function RoleSelect({ name, value, giver, onChange }: RoleSelectProps) {
  return (
    <Select
      aria-label={`Role of ${name}`}
      value={value}
      onValueChange={(chosen) => {
        const role = memberRole.safeParse(chosen).data;
        if (role && role !== value) onChange(role);
      }}
      options={rolesToGive(giver)}
      className="w-28!"
    />
  );
}
