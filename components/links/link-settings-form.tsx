"use client";

import { type FormEvent, useId, useState } from "react";
import { toast } from "sonner";
import { ApiError, sentenceOf } from "../api/call-api";
import type { LinkItem } from "../api/links";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Field } from "../ui/field";
import { INPUT_LOOK, Input } from "../ui/input";
import { Switch } from "../ui/switch";
import { hostLines, hostProblem } from "./host-lines";
import { linkName } from "./link-words";
import { localZone, momentOf } from "./local-moment";
import { NoHostsNote } from "./no-hosts-note";
import { PolicyChoice } from "./policy-choice";
import { draftChange, draftOf, draftProblems, type SettingsDraft } from "./settings-draft";
import type { LinkList } from "./use-links";

export type LinkSettingsFormProps = {
  id: string;
  workspace: string;
  link: LinkItem;
  list: LinkList;
  onBusy: (busy: boolean) => void;
  onDone: () => void;
};

const HOSTS = "/allowedImageHosts";

export function LinkSettingsForm({ id, workspace, link, list, onBusy, onDone }: LinkSettingsFormProps) {
  const paused = useId();
  // As it was when the dialog opened: what is shown of a save that is refused later is no answer of the server.
  const [before] = useState(() => draftOf(link));
  const [draft, setDraft] = useState<SettingsDraft>(before);
  const [refused, setRefused] = useState<{ fields: Readonly<Record<string, string>>; hosts: string }>();
  const [error, setError] = useState<string>();
  const put = (change: Partial<SettingsDraft>) => setDraft((now) => ({ ...now, ...change }));
  const at = (path: string) => refused?.fields[path];

  async function submit(event: FormEvent) {
    event.preventDefault();
    setError(undefined);
    const problems = draftProblems(draft);
    setRefused({ fields: problems, hosts: draft.hosts });
    if (Object.keys(problems).length > 0) return;
    const change = draftChange(before, draft);
    if (Object.keys(change).length === 0) return onDone();
    onBusy(true);
    try {
      await list.change(link, change);
      toast(`The settings of “${change.name || linkName(link)}” are saved`);
      onDone();
    } catch (failure) {
      const fields = failure instanceof ApiError ? failure.fields : {};
      setRefused({ fields, hosts: draft.hosts });
      if (Object.keys(fields).length === 0) setError(sentenceOf(failure));
    }
    onBusy(false);
  }

  const host = refused ? hostProblem(refused.hosts, refused.fields, HOSTS) : undefined;
  const end = momentOf(draft.expires);
  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-5">
      <Field label="Name" hint="Such as the campaign it is for. Only your team sees it." error={at("/name")}>
        {(control) => (
          <Input
            {...control}
            value={draft.name}
            maxLength={80}
            placeholder={link.template.name}
            onChange={(event) => put({ name: event.target.value })}
          />
        )}
      </Field>
      <div className="flex items-start gap-3">
        <Switch
          id={paused}
          checked={draft.paused}
          onCheckedChange={(next) => put({ paused: next })}
          aria-describedby={`${paused}-note`}
        />
        <div className="-mt-0.5">
          <label htmlFor={paused} className="text-sm">
            Paused
          </label>
          <p id={`${paused}-note`} className="text-faint text-xs">
            A paused link shows its picture without values.
          </p>
        </div>
      </div>
      <div className="grid gap-5 sm:grid-cols-[3fr_2fr]">
        <Field
          label="Stops working on"
          hint={
            end && end <= new Date()
              ? "That is in the past: it stops at once."
              : `In your time zone, ${localZone()}. Empty: never.`
          }
          error={at("/expiresAt")}
        >
          {(control) => (
            <div className="flex gap-2">
              <Input
                {...control}
                type="datetime-local"
                value={draft.expires}
                onChange={(event) => put({ expires: event.target.value })}
              />
              {draft.expires === "" ? null : <Button onClick={() => put({ expires: "" })}>Clear</Button>}
            </div>
          )}
        </Field>
        <Field
          label="Most pictures it makes"
          hint={
            before.most === ""
              ? "Empty: any number. They are counted from when there is a limit."
              : `${link.renders.toLocaleString("en")} made so far. Empty: any number.`
          }
          error={at("/maxRenders")}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              value={draft.most}
              maxLength={12}
              onChange={(event) => put({ most: event.target.value })}
            />
          )}
        </Field>
      </div>
      <PolicyChoice value={draft.policy} onChange={(policy) => put({ policy })} error={at("/policy")} />
      <Field
        label="Hosts pictures may come from, one a line"
        hint="Such as images.example.com, or *.example.com for all below it. Empty: those of the workspace."
        error={host ? `Line ${host.line}: ${host.message}` : at(HOSTS)}
      >
        {(control) => (
          <textarea
            {...control}
            rows={3}
            spellCheck={false}
            value={draft.hosts}
            onChange={(event) => put({ hosts: event.target.value })}
            className={classNames(INPUT_LOOK, "resize-y px-2.5 py-1.5 text-sm")}
          />
        )}
      </Field>
      <NoHostsNote
        workspace={workspace}
        linkId={link.id}
        policy={draft.policy}
        listsHosts={hostLines(draft.hosts).length > 0}
      />
      <p aria-live="assertive" className="text-danger-text text-sm empty:hidden">
        {error ?? ""}
      </p>
    </form>
  );
}
