"use client";

import { type FormEvent, useId, useState } from "react";
import { IMAGE_FORMATS, type ImageFormat } from "@/lib/link/address";
import { LIMITS } from "@/lib/template/limits";
import { ApiError, sentenceOf } from "../api/call-api";
import { type LinkItem, type SignedUrl, signLinkUrl } from "../api/links";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Skeleton } from "../ui/skeleton";
import { Switch } from "../ui/switch";
import { addressFields } from "./address-fields";
import { SignedPicture } from "./signed-picture";
import { useLinkDetails } from "./use-link-details";
import { useLinkSources } from "./use-link-sources";

const DAY_S = 24 * 60 * 60;

const LASTING = [
  { value: "ever", label: "For ever", seconds: undefined },
  { value: "day", label: "A day", seconds: DAY_S },
  { value: "month", label: "A month", seconds: 30 * DAY_S },
  { value: "year", label: "A year", seconds: 365 * DAY_S },
] as const;

const FORMATS = IMAGE_FORMATS.map((value) => ({ value, label: value.toUpperCase() }));

/** Values in, a signed address out. */
export function SignedAddressForm({ workspace, link }: { workspace: string; link: LinkItem }) {
  const encrypted = useId();
  const { details, failed } = useLinkDetails(workspace, link.id);
  const { data } = useLinkSources(workspace, link.id);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [format, setFormat] = useState<ImageFormat>("png");
  const [encrypt, setEncrypt] = useState(false);
  const [lasting, setLasting] = useState<string>("ever");
  const [made, setMade] = useState<SignedUrl | null>(null);
  const [busy, setBusy] = useState(false);
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<string>();

  /** An address that was made says nothing of what is typed now. */
  const anew =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setMade(null);
    };

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    setFields({});
    try {
      const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
      const expiresIn = LASTING.find(({ value }) => value === lasting)?.seconds;
      const wish = { values: given, format, encrypt, ...(expiresIn ? { expiresIn } : {}) };
      setMade(await signLinkUrl(workspace, link.id, wish));
    } catch (failure) {
      const said = failure instanceof ApiError ? failure.fields : {};
      setFields(said);
      const shown = Object.keys(said).some((path) => path.startsWith("/values/"));
      if (!shown) setError(sentenceOf(failure));
    }
    setBusy(false);
  }

  if (failed) return <p className="text-danger-text text-sm">{failed}</p>;
  if (!details) return <Skeleton className="h-40 w-full rounded-md" />;
  const inputs = data ? addressFields(details.fields, data) : details.fields;
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      {inputs.length === 0 ? (
        <p className="text-muted text-sm">
          Nothing of this picture changes from one recipient to the next, so there are no values to give.
        </p>
      ) : (
        <div className="grid gap-4 sm:grid-cols-2">
          {inputs.map(({ key, label }) => (
            <Field key={key} label={label || key} error={fields[`/values/${key}`]}>
              {(control) => (
                <Input
                  {...control}
                  value={values[key] ?? ""}
                  maxLength={LIMITS.value}
                  autoComplete="off"
                  spellCheck={false}
                  placeholder="No value"
                  onChange={(event) => anew(setValues)({ ...values, [key]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </div>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Format">
          {(control) => (
            <Select
              {...control}
              value={format}
              onValueChange={(value) =>
                anew(setFormat)(IMAGE_FORMATS.find((each) => each === value) ?? "png")
              }
              options={FORMATS}
            />
          )}
        </Field>
        <Field label="It holds for">
          {(control) => (
            <Select {...control} value={lasting} onValueChange={anew(setLasting)} options={LASTING} />
          )}
        </Field>
      </div>
      <div className="flex items-start gap-3">
        <Switch
          id={encrypted}
          checked={encrypt}
          onCheckedChange={anew(setEncrypt)}
          aria-describedby={`${encrypted}-note`}
        />
        <div className="-mt-0.5">
          <label htmlFor={encrypted} className="text-sm">
            Encrypt the values
          </label>
          <p id={`${encrypted}-note`} className="text-faint text-xs">
            Nobody on the way reads them in the address.
          </p>
        </div>
      </div>
      <p aria-live="assertive" className="text-danger-text text-sm empty:hidden">
        {error ?? ""}
      </p>
      <Button variant="primary" type="submit" className="w-fit" busy={busy}>
        Make the address
      </Button>
      <div aria-live="polite" className="grid gap-4">
        {made ? <SignedPicture made={made} /> : null}
      </div>
    </form>
  );
}
