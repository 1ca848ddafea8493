"use client";

import { useState } from "react";
import { type IdChoice, idTags } from "@/lib/link/id-tags";
import { copyUrl, findSender, SENDERS } from "@/lib/link/senders";
import type { LinkItem } from "../api/links";
import type { LinkSources } from "../api/sources";
import { CopyBox } from "../ui/copy-box";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { addressFields, askedNames } from "./address-fields";

export type DataAddressProps = {
  origin: string;
  link: LinkItem;
  data: LinkSources;
  attached: LinkSources["attached"];
};

const ID_LABELS: Readonly<Record<IdChoice, string>> = {
  email: "The e-mail address",
  subscriber: "The sender’s own id of the recipient",
};

/** The address that is left when values are looked up: for one sender, with its tag for whose row is meant. */
export function DataAddress({ origin, link, data, attached }: DataAddressProps) {
  const [senderId, setSenderId] = useState(SENDERS[0]?.id ?? "");
  const [wanted, setWanted] = useState<IdChoice>("email");
  const sender = findSender(senderId);
  if (!sender) return null;
  const fields = addressFields(data.fields, { ...data, attached });
  const asked = askedNames({ ...data, attached });
  const tags = idTags(sender);
  const choice: IdChoice = tags[wanted] === undefined ? "email" : wanted;
  const url = copyUrl({
    ...{ sender, origin, linkKey: link.key, format: "png" },
    fields,
    tags: Object.fromEntries(asked.map((name) => [name, tags[choice] ?? ""])),
  });
  return (
    <section aria-label="The address" className="grid gap-4 border-t pt-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Copy for">
          {(control) => (
            <Select
              {...control}
              value={senderId}
              onValueChange={setSenderId}
              options={SENDERS.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
        {asked.length > 0 ? (
          <Field label={`“${asked.join("”, “")}” is`} hint="It has to be what the rows are found by.">
            {(control) => (
              <Select
                {...control}
                value={choice}
                onValueChange={(value) => setWanted(value === "subscriber" ? "subscriber" : "email")}
                options={(["email", "subscriber"] as const)
                  .filter((each) => tags[each] !== undefined)
                  .map((value) => ({ value, label: ID_LABELS[value] }))}
              />
            )}
          </Field>
        ) : null}
      </div>
      <CopyBox label="Address" button="Copy URL" text={url} />
      {link.policy === "signed" ? (
        <p className="text-muted text-xs">
          This link shows signed addresses only: sign each with what its row is found by, as “Signed address”
          does.
        </p>
      ) : null}
    </section>
  );
}
