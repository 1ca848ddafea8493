import { expect, test } from "vitest";
import { idTags } from "./id-tags";
import { hasTagShape } from "./literal-tag";
import { copyUrl, findSender, SENDERS } from "./senders";

test.each(SENDERS.map((sender) => [sender.name, sender] as const))(
  "%s: what says whose row is meant is known for a tag when nobody fills it",
  (_, sender) => {
    for (const tag of Object.values(idTags(sender))) {
      if (tag !== "" && sender.kind !== "plain") expect([tag, hasTagShape(tag)]).toEqual([tag, true]);
    }
  },
);

test("the finished address carries the tag as the sender writes it", () => {
  const sender = findSender("mailchimp");
  if (!sender) throw new Error("Mailchimp is a sender.");
  const copy = { sender, origin: "https://img.example", linkKey: "k3y", format: "png" as const };
  const { email, subscriber = "" } = idTags(sender);
  const url = (tag: string) => copyUrl({ ...copy, fields: [{ key: "id" }], tags: { id: tag } });
  expect(url(email)).toBe("https://img.example/i/k3y.png?id=*|URL:EMAIL|*");
  expect(url(subscriber)).toBe("https://img.example/i/k3y.png?id=*|UNIQID|*");
});
