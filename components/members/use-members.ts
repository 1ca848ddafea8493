"use client";

import { useEffect, useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api/call-api";
import { changeMember, type MemberItem, type MemberRole, removeMember, restoreMember } from "../api/members";
import { toastWithUndo } from "../ui/toast-with-undo";
import { ROLE_WORDS } from "./role-words";

/** The members as they are after what was done here, and what can be done about them. */
export function useMembers(workspace: string, loaded: readonly MemberItem[]) {
  const [members, setMembers] = useState(loaded);
  useEffect(() => setMembers(loaded), [loaded]);

  const put = (changed: MemberItem) =>
    setMembers((before) => {
      const others = before.filter(({ userId }) => userId !== changed.userId);
      return [...others, changed].sort((one, other) => +one.joinedAt - +other.joinedAt);
    });

  async function attempt(deed: () => Promise<void>) {
    try {
      await deed();
    } catch (error) {
      toast.error(sentenceOf(error));
    }
  }

  /** Shown at once, and as it was before should the server refuse. */
  async function change(member: MemberItem, to: { role?: MemberRole; projectIds?: readonly string[] }) {
    put({
      ...member,
      ...(to.role ? { role: to.role } : {}),
      projectIds: [...(to.projectIds ?? member.projectIds)],
    });
    try {
      put(await changeMember(workspace, member.userId, to));
      return true;
    } catch (error) {
      put(member);
      toast.error(sentenceOf(error));
      return false;
    }
  }

  return {
    members,
    async setRole(member: MemberItem, role: MemberRole) {
      if (!(await change(member, { role }))) return;
      const words = `${member.name} is ${ROLE_WORDS[role].label.toLowerCase()} now`;
      const undo = () => void change({ ...member, role }, { role: member.role });
      const hint = role === "guest" && member.projectIds.length === 0;
      toastWithUndo(words, undo, hint ? { description: "Choose the projects they see." } : {});
    },
    async setProjects(member: MemberItem, projectIds: readonly string[]) {
      if (!(await change(member, { projectIds }))) return;
      toastWithUndo(`${member.name} sees other projects now`, () => {
        void change({ ...member, projectIds: [...projectIds] }, { projectIds: member.projectIds });
      });
    },
    remove(member: MemberItem) {
      return attempt(async () => {
        const { event } = await removeMember(workspace, member.userId);
        setMembers((before) => before.filter(({ userId }) => userId !== member.userId));
        toastWithUndo(`${member.name} was removed`, () => {
          void attempt(async () => put(await restoreMember(workspace, member.userId, event)));
        });
      });
    },
  };
}
