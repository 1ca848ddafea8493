import { describe, expect, it } from "vitest";
import { fieldsInUse, neutralAlt, planShare, tryUrl } from "./share";
import { documentWith, field, rectangle, text } from "./testing/sample-document";

const document = documentWith(
  [text("hello", "Hello {{first_name}}"), rectangle("badge", { hideWhenMissing: ["tier"] })],
  {
    alt: "An offer for {{company}}",
    fields: [field("company", "you"), field("unused"), field("first_name", "there"), field("tier")],
  },
);
const choice = {
  document,
  senderId: "klaviyo",
  origin: "https://pictures.example",
  linkKey: "spring",
  format: "png" as const,
};

describe("share", () => {
  it("lists the fields in use, in texts, rules and the alternative text", () => {
    expect(fieldsInUse(document).map(({ key }) => key)).toEqual(["company", "first_name", "tier"]);
  });

  it("plans the copy for a sender", () => {
    const plan = planShare(choice);
    expect(plan.senderName).toBe("Klaviyo");
    expect(plan.url).toMatch(
      /^https:\/\/pictures\.example\/i\/spring\.png\?company=.+&first_name=.+&tier=.+$/,
    );
    expect(plan.url).not.toContain("unused");
    expect(plan.html).toContain('width="600" height="314"');
    expect(plan.html).toContain('alt="An offer for you"');
    expect(plan.reach).toEqual({ reachable: true });
    expect(planShare({ ...choice, origin: "http://localhost:3000" }).reach.reachable).toBe(false);
  });

  it("writes a typed tag in place of the proposed one", () => {
    const plan = planShare({ ...choice, tags: { company: "{{ org.name }}", tier: "" } });
    expect(plan.rows[0]).toMatchObject({ tag: "{{ org.name }}" });
    expect(plan.rows[0]?.proposed).not.toBe("{{ org.name }}");
    expect(plan.url).toContain("company={{ org.name }}");
    expect(plan.url).not.toContain("tier=");
  });

  it("falls back to the first sender for one it does not know", () => {
    expect(planShare({ ...choice, senderId: "fax" }).senderName).not.toBe("");
  });

  it("gives the address with typed values", () => {
    const url = tryUrl(choice, { first_name: "Nguyễn O'Neil", unused: "x", tier: "" });
    expect(new URL(url).searchParams.get("first_name")).toBe("Nguyễn O'Neil");
    expect(url).not.toContain("unused");
    expect(url).not.toContain("tier");
  });

  it("says the alternative text without any values", () => {
    expect(neutralAlt(document)).toBe("An offer for you");
  });
});
