"use client";

import { Globe } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { ApiError, sentenceOf } from "../../api/call-api";
import { createLive } from "../../api/live-sources";
import { Button } from "../../ui/button";
import { Dialog, DialogContent } from "../../ui/dialog";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { AddressField } from "./address-field";
import { RECIPES, type Recipe } from "./recipes";

/** Makes a live source by a recipe, and opens it. */
export function NewLiveButton({ workspace }: { workspace: string }) {
  const router = useRouter();
  const form = useId();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  return (
    <>
      <Button icon={<Globe aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
        New live source
      </Button>
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogContent
          title="New live source"
          description="Asked while a picture is made: what it says is what the picture shows."
          footer={
            <>
              <Button onClick={() => setOpen(false)}>Cancel</Button>
              <Button variant="primary" type="submit" form={form} busy={busy}>
                Create live source
              </Button>
            </>
          }
        >
          <NewLiveForm
            id={form}
            workspace={workspace}
            onBusy={setBusy}
            onMade={(id) => router.push(`/${workspace}/data/live/${id}`)}
          />
        </DialogContent>
      </Dialog>
    </>
  );
}

type FormProps = {
  id: string;
  workspace: string;
  onBusy: (busy: boolean) => void;
  onMade: (id: string) => void;
};

const [FIRST] = RECIPES;

/** Begins anew each time the dialog opens. */
function NewLiveForm({ id, workspace, onBusy, onMade }: FormProps) {
  const [recipe, setRecipe] = useState<Recipe | undefined>(FIRST);
  const [typed, setTyped] = useState<{ name?: string; address?: string }>({});
  const [error, setError] = useState<ApiError | string>();
  if (!recipe) return null;
  const name = typed.name ?? recipe.name;
  const address = typed.address ?? recipe.config.address;
  const at = (path: string) => (error instanceof ApiError ? error.fields[path] : undefined);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!recipe) return;
    onBusy(true);
    setError(undefined);
    try {
      onMade(
        (await createLive(workspace, { name, config: { ...recipe.config, address: address.trim() } })).id,
      );
    } catch (failure) {
      setError(failure instanceof ApiError ? failure : sentenceOf(failure));
      onBusy(false);
    }
  }

  const known = ["/name", "/config/address"].some((path) => at(path) !== undefined);
  return (
    <form id={id} onSubmit={submit} noValidate className="grid gap-5">
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5 font-medium text-muted text-xs">What it is</legend>
        {RECIPES.map((each) => (
          <label
            key={each.id}
            className="flex cursor-default items-start gap-3 rounded-md px-3 py-2 ring-1 ring-line ring-inset hover:bg-hover has-checked:bg-accent-soft has-checked:ring-accent has-focus-visible:ring-2 has-focus-visible:ring-accent"
          >
            <input
              type="radio"
              name={`${id}-recipe`}
              className="mt-1 accent-accent"
              checked={each.id === recipe.id}
              onChange={() => {
                setRecipe(each);
                setTyped({});
                setError(undefined);
              }}
            />
            <span className="min-w-0">
              <span className="block font-medium text-sm">{each.name}</span>
              <span className="block text-muted text-xs">{each.about}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Field label="Name" error={at("/name")}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={80}
            onChange={(event) => setTyped({ ...typed, name: event.target.value })}
          />
        )}
      </Field>
      <AddressField
        address={address}
        hint={recipe.hint}
        error={at("/config/address")}
        onChange={(next) => setTyped({ ...typed, address: next })}
      />
      <p aria-live="assertive" className="text-danger-text text-sm empty:hidden">
        {error && !known ? (error instanceof ApiError ? error.message : error) : ""}
      </p>
    </form>
  );
}
