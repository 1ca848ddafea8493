// biome-ignore-all lint/suspicious/noTemplateCurlyInString: merge tags of senders look like that

import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { imageUrl } from "./address";
import { isLiteralTag } from "./literal-tag";
import { readValues } from "./read-query";
import { copyHtml, copyUrl, findSender, reachable, SENDERS, type Sender } from "./senders";
import { FILLERS, type Person } from "./testing/fillers";

const ISSUE_LIST =
  "klaviyo mailchimp hubspot activecampaign brevo customer-io braze iterable salesforce-marketing-cloud kit " +
  "mailerlite omnisend instantly smartlead lemlist manychat chatfuel landbot website plain";

const KEYS = ["first_name", "last_name", "email", "company_name", "loyalty_points"];
const fields = KEYS.map((key) => ({ key }));
const link = {
  origin: "https://pictures.example",
  linkKey: "demo-thank-you",
  format: "png",
  fields,
} as const;
const size = { width: 600, height: 314, alt: "Thank you!" };

const PEOPLE: readonly Person[] = [
  {
    first_name: "Maria",
    last_name: "Rossi",
    email: "maria@example.com",
    company: "Acme",
    loyalty_points: "250",
  },
  { first_name: "Nguyễn", last_name: "Thị Minh Khai", company: "AT&T", loyalty_points: "0" },
  { first_name: "Sinéad", last_name: "O'Neil", email: "o'neil@example.com", company: "Smith & Sons" },
  { first_name: "Łódź", last_name: "Щёголева", company: "50% off, 20% more" },
  { first_name: "[VIP] Ann", last_name: "{curly}", company: "Donaudampfschifffahrtselektrizitätenhaupt" },
  { first_name: "👩‍👩‍👧‍👦 🎉", last_name: "محمد", company: "Ben & Jerry’s", loyalty_points: "1.234,50" },
  { first_name: "  ", last_name: "de la Cruz", company: "Procter & Gamble & Co." },
  { first_name: "王小明", last_name: "A;B/C?D=E", company: "a < b > c", loyalty_points: "5%ABV" },
  {},
];

/** Values that only an encoding filter brings through whole. */
const HARD: readonly Person[] = [
  { first_name: "C#", last_name: "A + B", company: "R+D", loyalty_points: "#1" },
  { first_name: 'Dwayne "The Rock"', last_name: "x&points=1", company: "a=b&c=d", loyalty_points: "100%" },
];

const meant = ({ company, ...person }: Person) =>
  Object.fromEntries(
    Object.entries({ ...person, company_name: company }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1].trim() !== "",
    ),
  );

const queryOf = (url: string) => url.slice(url.indexOf("?") + 1);
const filling = SENDERS.filter(({ id }) => FILLERS[id]);
const fillersOf = ({ id }: Sender) => FILLERS[id] ?? [];

/** The attributes of the `<img>` as a browser's parser reads them. */
function imageAttributes(html: string): Record<string, string> {
  const image = parseFragment(html).childNodes.find(
    (node): node is DefaultTreeAdapterTypes.Element => node.nodeName === "img",
  );
  return Object.fromEntries((image?.attrs ?? []).map(({ name, value }) => [name, value]));
}

describe("the list of senders", () => {
  test("has the twenty", () => {
    expect(SENDERS.map(({ id }) => id)).toEqual(ISSUE_LIST.split(" "));
    expect(findSender("customer-io")?.name).toBe("Customer.io");
    expect(findSender("toString")).toBeUndefined();
  });

  test.each(SENDERS)("$name says what it cannot do, and unverified ones ask for a test send", (sender) => {
    expect(sender.limits.length).toBeGreaterThan(0);
    for (const note of sender.notes) expect(note).toMatch(/^[^a-z].*\.$|^[{[*%].*\.$/);
    expect(sender.notes.some((note) => note.includes("test send"))).toBe(!sender.verified);
    const saysSo = sender.limits.some((limit) => /encode/.test(limit));
    if (!sender.encodes) expect(saysSo).toBe(true);
  });

  test.each(filling)(
    "$name: a tag left unfilled is missing, holds no space, and no double quote",
    (sender) => {
      for (const field of fields) {
        const tag = sender.value(field);
        expect(isLiteralTag(tag), tag).toBe(true);
        expect(tag).not.toMatch(/[\s"&]/);
        for (const written of [tag, encodeURIComponent(tag), encodeURIComponent(encodeURIComponent(tag))]) {
          expect(readValues(`${field.key}=${written}&z=1`, [field.key, "z"])).toEqual({ z: "1" });
        }
      }
      expect(readValues(queryOf(copyUrl({ ...link, sender })), KEYS)).toEqual({});
      expect(readValues(new URL(copyUrl({ ...link, sender })).search, KEYS)).toEqual({});
    },
  );

  test.each([
    [
      "klaviyo",
      "{{first_name|urlencode}}",
      "{{person.organization|urlencode}}",
      "{{person|lookup:'points'|urlencode}}",
    ],
    ["mailchimp", "*|URL:FNAME|*", "*|URL:COMPANY|*", "*|URL:POINTS|*"],
    ["hubspot", "{{contact.firstname}}", "{{contact.company}}", "{{contact.points}}"],
    ["activecampaign", "%FIRSTNAME%", "%ACCT_NAME%", "%POINTS%"],
    ["brevo", "{{contact.FIRSTNAME}}", "{{contact.COMPANY}}", "{{contact.POINTS}}"],
    [
      "customer-io",
      "{{customer.first_name|default:''|url_encode}}",
      "{{customer.company|default:''|url_encode}}",
      "{{customer.points|default:''|url_encode}}",
    ],
    [
      "braze",
      "{{${first_name}|url_param_escape}}",
      "{{custom_attribute.${company}|url_param_escape}}",
      "{{custom_attribute.${points}|url_param_escape}}",
    ],
    [
      "iterable",
      "{{#urlEncode}}{{firstName}}{{/urlEncode}}",
      "{{#urlEncode}}{{company}}{{/urlEncode}}",
      "{{#urlEncode}}{{points}}{{/urlEncode}}",
    ],
    [
      "salesforce-marketing-cloud",
      "%%=URLEncode(AttributeValue('FirstName'),1,1)=%%",
      "%%=URLEncode(AttributeValue('Company'),1,1)=%%",
      "%%=URLEncode(AttributeValue('points'),1,1)=%%",
    ],
    [
      "kit",
      "{{subscriber.first_name|url_encode}}",
      "{{subscriber.company|url_encode}}",
      "{{subscriber.points|url_encode}}",
    ],
    ["mailerlite", "{$name}", "{$company}", "{$points}"],
    [
      "omnisend",
      "[[contact.first_name|url_encode]]",
      "[[contact.company|url_encode]]",
      "[[contact.points|url_encode]]",
    ],
    ["instantly", "{{firstName}}", "{{companyName}}", "{{points}}"],
    ["smartlead", "{{first_name}}", "{{company_name}}", "{{points}}"],
    ["lemlist", "{{firstName}}", "{{companyName}}", "{{points}}"],
    ["manychat", "{{first_name}}", "{{cuf_company}}", "{{cuf_points}}"],
    ["website", "", "", ""],
    ["plain", "{{first_name}}", "{{company_name}}", "{{points}}"],
  ])("%s: first name, company, custom", (id, ...tags) => {
    const keys = ["first_name", "company_name", "points"];
    expect(keys.map((key) => findSender(id)?.value({ key }))).toEqual(tags);
  });

  test("synonyms of a key mean the same property, and no key reaches the prototype", () => {
    for (const sender of filling) {
      if (sender.kind === "plain") continue;
      expect(sender.value({ key: "organization" })).toBe(sender.value({ key: "company_name" }));
      expect(sender.value({ key: "surname" })).toBe(sender.value({ key: "last_name" }));
    }
    expect(findSender("kit")?.value({ key: "constructor" })).toBe("{{subscriber.constructor|url_encode}}");
  });
});

describe.each(filling)("$name, filled by its template language", (sender) => {
  const people = sender.encodes || sender.kind === "plain" ? [...PEOPLE, ...HARD] : PEOPLE;

  test.each(people)("$first_name $last_name: the address", (person) => {
    for (const fill of fillersOf(sender)) {
      const filled = fill(copyUrl({ ...link, sender }), person);
      expect(readValues(queryOf(filled), KEYS), filled).toEqual(meant(person));
      // As a socket hands it over, and through the address parser of a browser or a proxy.
      expect(readValues(Buffer.from(queryOf(filled), "utf8").toString("latin1"), KEYS)).toEqual(
        meant(person),
      );
      const url = new URL(filled);
      expect(readValues(url.search + url.hash, KEYS), url.href).toEqual(meant(person));
    }
  });

  test.each(people)("$first_name $last_name: the HTML", (person) => {
    for (const fill of fillersOf(sender)) {
      const {
        src = "",
        alt,
        width,
        height,
      } = imageAttributes(fill(copyHtml({ ...link, ...size, sender }), person));
      expect(readValues(new URL(src).search, KEYS), src).toEqual(meant(person));
      expect({ alt, width, height }).toEqual({ alt: "Thank you!", width: "600", height: "314" });
    }
  });
});

describe.each(SENDERS.filter((sender) => !sender.encodes && sender.kind !== "plain"))(
  "$name cannot encode: the documented readings",
  (sender) => {
    const send = (person: Person) =>
      fillersOf(sender).map((fill) => {
        const url = new URL(fill(copyUrl({ ...link, sender }), person));
        return readValues(url.search, KEYS);
      });

    test("text from # on is lost, with the parameters behind it", () => {
      for (const values of send({ first_name: "Ann", last_name: "C# Lee", company: "Acme" })) {
        expect(values).toEqual({ first_name: "Ann", last_name: "C" });
      }
    });

    test("+ is a space between words and a plus between spaces", () => {
      for (const values of send({ first_name: "R+D", last_name: "A + B" })) {
        expect(values).toEqual({ first_name: "R D", last_name: "A + B" });
      }
    });

    test("&name= begins another parameter, and valid escapes are decoded", () => {
      for (const values of send({ first_name: "Tom&x=1", last_name: "100%25" })) {
        expect(values).toEqual({ first_name: "Tom", last_name: "100%" });
      }
    });
  },
);

describe("traps of single senders", () => {
  test("Customer.io fails a message without a default: ours has one, and it is empty", async () => {
    const { Liquid } = await import("liquidjs");
    const strict = new Liquid({ strictVariables: true, strictFilters: true, lenientIf: true });
    const url = copyUrl({ ...link, sender: findSender("customer-io") as Sender });
    expect(url).toContain("first_name={{customer.first_name|default:''|url_encode}}");
    const filled = String(strict.parseAndRenderSync(url, { customer: {} }));
    expect(readValues(queryOf(filled), KEYS)).toEqual({});
    expect(() => strict.parseAndRenderSync("{{customer.first_name}}", { customer: {} })).toThrow();
  });

  test("ManyChat leaves the tags of empty values, which count as missing", () => {
    const sender = findSender("manychat") as Sender;
    for (const fill of fillersOf(sender)) {
      const filled = fill(copyUrl({ ...link, sender }), { last_name: "Щёголева" });
      expect(filled).toContain("{{first_name}}");
      expect(readValues(queryOf(filled), KEYS)).toEqual({ last_name: "Щёголева" });
    }
  });

  test("Iterable's # ends an address that was not filled: what is left counts as missing", () => {
    const url = new URL(copyUrl({ ...link, sender: findSender("iterable") as Sender }));
    expect(url.search).toBe("?first_name={{");
    expect(readValues(url.search, KEYS)).toEqual({});
  });
});

describe("copyUrl", () => {
  const mailchimp = findSender("mailchimp") as Sender;

  test("tags can be overridden by field; fixed text is encoded; an empty one leaves the field out", () => {
    const tags = {
      first_name: "*|URL:MMERGE7|*",
      last_name: "VIP & co",
      email: " ",
      loyalty_points: "Hi *|FNAME|*",
    };
    expect(copyUrl({ ...link, sender: mailchimp, tags })).toBe(
      "https://pictures.example/i/demo-thank-you.png?first_name=*|URL:MMERGE7|*&last_name=VIP%20%26%20co" +
        "&company_name=*|URL:COMPANY|*&loyalty_points=Hi *|FNAME|*",
    );
  });

  test("no fields, no question mark", () => {
    expect(copyUrl({ ...link, sender: mailchimp, fields: [] })).toBe(
      "https://pictures.example/i/demo-thank-you.png",
    );
  });

  test("a key that is none is refused", () => {
    expect(() => copyUrl({ ...link, sender: mailchimp, linkKey: 'x"y' })).toThrow(AppError);
  });
});

describe("copyHtml", () => {
  test("of a page is a link, for no mail shows a PDF as a picture", () => {
    const sender = SENDERS[0] as Sender;
    const html = copyHtml({ ...link, ...size, format: "pdf", alt: "Certificate for {{first_name}}", sender });
    expect(html).toMatch(/^<a href="https?:[^"]+\.pdf[^"]*">Certificate for &#123;/);
    expect(html).not.toContain("<img");
    expect(copyHtml({ ...link, ...size, format: "pdf", alt: "", sender })).toContain(">Open the page</a>");
  });

  test("a tag with a double quote gets a single-quoted src", () => {
    const sender = findSender("lemlist") as Sender;
    const tags = { first_name: '{{firstName|"there"}}' };
    const html = copyHtml({ ...link, ...size, sender, tags });
    expect(html).toContain(
      `<img src='https://pictures.example/i/demo-thank-you.png?first_name={{firstName|"there"}}&amp;`,
    );
    expect(imageAttributes(html).src).toBe(copyUrl({ ...link, sender, tags }));
  });

  test.each(SENDERS.filter(({ kind }) => kind !== "website"))(
    "$name: a parser finds the address in it",
    (sender) => {
      const html = copyHtml({ ...link, ...size, sender });
      expect(imageAttributes(html).src).toBe(copyUrl({ ...link, sender }));
      expect(html).not.toMatch(/&(?!amp;)/);
    },
  );

  test("alternative text is escaped, and opens no merge tag", () => {
    const alt = `"Łódź" & O'Neil <b>50% off</b> {{first_name}} *|FNAME|* [[x]] %%x%% \${y} {$z}`;
    for (const sender of SENDERS) {
      const html = copyHtml({ ...link, ...size, alt, sender });
      expect(imageAttributes(html).alt).toBe(alt);
      expect(html.slice(html.indexOf("alt="))).not.toMatch(/alt="[^"]*(?:\{\{|\*\||\[\[|%%|\$\{|\{\$)/);
    }
  });

  test("sizes are whole numbers", () => {
    const html = copyHtml({
      ...link,
      alt: "",
      width: 599.6,
      height: 313.94,
      sender: findSender("plain") as Sender,
    });
    expect(html).toContain(
      'width="600" height="314" alt="" style="display:block;width:100%;max-width:600px;',
    );
  });
});

describe("website", () => {
  const html = copyHtml({ ...link, ...size, sender: findSender("website") as Sender });

  /** Runs the copied script on a page with this query and gives the address it sets. */
  function visit(search: string, runs = 1): string {
    const script = /<script>([\s\S]*)<\/script>/.exec(html)?.[1] ?? "";
    const image = {
      src: imageAttributes(html).src ?? "",
      getAttribute: () => image.src,
    };
    const document = {
      querySelectorAll: (selector: string) =>
        selector === `img[data-nameplate="${imageAttributes(html)["data-nameplate"]}"]` ? [image] : [],
    };
    for (let run = 0; run < runs; run += 1)
      new Function("document", "location", script)(document, { search });
    return image.src;
  }

  test("without values the picture shows its fallbacks", () => {
    expect(visit("?utm_source=x")).toBe("https://pictures.example/i/demo-thank-you.png");
  });

  test.each(PEOPLE.concat(HARD.slice(0, 1)))(
    "$first_name $last_name comes from the page's query",
    (person) => {
      const search = `?${new URLSearchParams({ utm: "1", ...meant(person) })}`;
      const src = visit(search);
      expect(src.startsWith("https://pictures.example/i/demo-thank-you.png")).toBe(true);
      expect(src.includes("?") ? readValues(queryOf(src), KEYS) : {}).toEqual(meant(person));
      expect(visit(search, 2)).toBe(src);
    },
  );

  test("keeps its address whatever the page's query says", () => {
    for (const search of ["?first_name=https://evil.example", "?src=//evil", "?first_name=%3F%26_v%3D1%23"]) {
      const url = new URL(visit(search));
      expect(url.origin + url.pathname).toBe("https://pictures.example/i/demo-thank-you.png");
      expect([...url.searchParams.keys()].every((key) => key === "first_name")).toBe(true);
    }
  });
});

describe("reachable", () => {
  test.each([
    "http://localhost:3000",
    "http://LOCALHOST.",
    "http://app.localhost",
    "http://127.0.0.1:3000",
    "http://127.1",
    "http://0.0.0.0:3000",
    "http://10.1.2.3",
    "http://172.16.0.1",
    "http://172.31.255.255",
    "http://192.168.1.20:3000",
    "http://169.254.1.1",
    "http://100.64.0.1",
    "http://[::1]:3000",
    "http://[::]",
    "http://[fd00::1]",
    "http://[fe80::1]",
    "http://[::ffff:127.0.0.1]",
    "http://desktop:3000",
    "http://studio.local",
    "http://box.lan",
    "not an address",
    "",
  ])("%s is not", (origin) => {
    const reach = reachable(origin);
    expect(reach.reachable).toBe(false);
    if (!reach.reachable) expect(reach.message).toContain("PUBLIC_URL");
  });

  test.each([
    "https://pictures.example",
    "https://nameplate.co.uk/path",
    "http://8.8.8.8",
    "http://172.32.0.1",
    "http://100.128.0.1",
    "https://[2606:4700::1]",
    "https://bücher.example",
    "https://localhost.example.com",
  ])("%s is", (origin) => expect(reachable(origin)).toEqual({ reachable: true }));
});

test("the share panel's own address and a filled one agree", () => {
  const values = { first_name: "Łódź", loyalty_points: "250" };
  const own = imageUrl({ origin: link.origin, key: link.linkKey, format: "png", values });
  expect(readValues(queryOf(own), KEYS)).toEqual(values);
});
