"use client";

import { useState } from "react";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";

/** Takes the address of a sheet that anybody may read. */
export function SheetForm({ busy, onAddress }: { busy: boolean; onAddress: (url: string) => void }) {
  const [url, setUrl] = useState("");
  const [error, setError] = useState<string>();
  return (
    <form
      noValidate
      className="grid gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        const address = url.trim();
        const fits = URL.canParse(address) && /^https?:/i.test(address);
        setError(fits ? undefined : "Expected an address that begins with https://.");
        if (fits) onAddress(address);
      }}
    >
      <Field
        label="Or the address of a Google sheet"
        error={error}
        hint="In Google Sheets: File, Share, Publish to web, as CSV. Or a sheet that anybody with the link may read."
      >
        {(control) => (
          <Input
            {...control}
            type="url"
            inputMode="url"
            placeholder="https://docs.google.com/spreadsheets/d/…"
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" className="justify-self-start" disabled={busy || url.trim() === ""}>
        Fetch the sheet
      </Button>
    </form>
  );
}
