"use client";

import { type FormEvent, useId, useState } from "react";
import { ApiError, sentenceOf } from "../api/call-api";
import { createInvitation, type MadeInvitation, type MemberRole, memberRole } from "../api/members";
import type { ProjectItem } from "../api/template-item";
import { Button } from "../ui/button";
import { CheckList } from "../ui/check-list";
import { Dialog, DialogContent } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { ROLE_WORDS, rolesToGive } from "./role-words";

export type InviteDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  workspace: { slug: string; name: string };
  /** Role of whoever invites. */
  giver: MemberRole;
  projects: readonly ProjectItem[];
  /** Whether invitations can be mailed. */
  mail: boolean;
  onMade: (made: MadeInvitation) => void;
};

/** Asks whom to invite as what. */
export function InviteDialog({ open, onOpenChange, workspace, ...rest }: InviteDialogProps) {
  const form = useId();
  const [busy, setBusy] = useState<"mail" | "link" | null>(null);
  const { mail } = rest;
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={`Invite somebody to ${workspace.name}`}
        description="The invitation is bound to their address and holds for 7 days."
        footer={
          <>
            <Button
              type="submit"
              form={form}
              value="link"
              variant={mail ? "secondary" : "primary"}
              busy={busy === "link"}
            >
              Make a link to copy
            </Button>
            {mail ? (
              <Button type="submit" form={form} value="mail" variant="primary" busy={busy === "mail"}>
                Send invitation
              </Button>
            ) : null}
          </>
        }
      >
        <InviteForm id={form} onBusy={setBusy} workspace={workspace.slug} {...rest} />
      </DialogContent>
    </Dialog>
  );
}

type FormProps = Omit<InviteDialogProps, "open" | "onOpenChange" | "workspace"> & {
  id: string;
  workspace: string;
  onBusy: (busy: "mail" | "link" | null) => void;
};

/** Begins anew each time the dialog opens. */
function InviteForm({ id, workspace, giver, projects, mail, onMade, onBusy }: FormProps) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<MemberRole>("editor");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [error, setError] = useState<ApiError | string>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const how = submitter instanceof HTMLButtonElement && submitter.value === "mail" ? "mail" : "link";
    onBusy(how);
    setError(undefined);
    try {
      const projectIds = role === "guest" ? chosen : [];
      onMade(await createInvitation(workspace, { email, role, projectIds, mail: how === "mail" }));
    } catch (failure) {
      setError(failure instanceof ApiError ? failure : sentenceOf(failure));
    }
    onBusy(null);
  }

  const at = (path: string) => (error instanceof ApiError ? error.fields[path] : undefined);
  const isKnown = ["/email", "/role", "/projectIds"].some((path) => at(path) !== undefined);
  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-5">
      {/* The first button of a form is what Enter presses. */}
      <button type="submit" value={mail ? "mail" : "link"} hidden />
      <Field label="E-mail" error={at("/email")}>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="off"
            value={email}
            maxLength={254}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Field label="Role" hint={ROLE_WORDS[role].may} error={at("/role")}>
        {(control) => (
          <Select
            {...control}
            value={role}
            onValueChange={(value) => setRole(memberRole.parse(value))}
            options={rolesToGive(giver)}
          />
        )}
      </Field>
      {role === "guest" ? (
        <CheckList
          label="Projects they see"
          items={projects.map(({ id: value, name: label }) => ({ value, label }))}
          chosen={chosen}
          onChange={setChosen}
          error={at("/projectIds")}
        />
      ) : null}
      <p aria-live="polite" className="text-danger-text text-sm empty:hidden">
        {error && !isKnown ? (error instanceof ApiError ? error.message : error) : ""}
      </p>
    </form>
  );
}
