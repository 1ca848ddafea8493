import Handlebars from "handlebars";
import { Liquid } from "liquidjs";
import nunjucks from "nunjucks";

/** A recipient as a sender's contact list holds it. A property that is absent is not set there at all. */
export type Person = {
  first_name?: string;
  last_name?: string;
  email?: string;
  company?: string;
  /** Any custom property, under the name that the proposed tag uses for the field `loyalty_points`. */
  loyalty_points?: string;
};

/**
 * Fills a sender's merge tags in an address or in HTML. Where an independent engine of the same language exists
 * it does the work; the other senders' languages are plain replacement and written here in a few lines.
 */
export type Fill = (text: string, person: Person) => string;

/** Django-like languages. Nunjucks has `urlencode`; Django's `filter:'x'` is written `filter('x')` there. */
function django(names: (person: Person) => Record<string, unknown>, autoescape: boolean): Fill {
  const engine = new nunjucks.Environment(null, { autoescape });
  engine.addFilter("lookup", (record: Record<string, unknown>, name: string) => record[name] ?? "");
  return (text, person) => engine.renderString(text.replace(/\|(\w+):('[^']*')/g, "|$1($2)"), names(person));
}

function liquid(
  names: (person: Person) => Record<string, unknown>,
  options: { square?: boolean; strict?: boolean } = {},
): Fill {
  const engine = new Liquid({
    strictFilters: true,
    strictVariables: options.strict ?? false,
    ...(options.square
      ? {
          outputDelimiterLeft: "[[",
          outputDelimiterRight: "]]",
          tagDelimiterLeft: "[%",
          tagDelimiterRight: "%]",
        }
      : {}),
  });
  engine.registerFilter("url_param_escape", (value: unknown) => encodeURIComponent(String(value ?? "")));
  return (text, person) => String(engine.parseAndRenderSync(text, names(person)));
}

/** Braze writes attributes as `${name}`; a Liquid engine reads them by their names alone. */
const braze: Fill = (text, person) =>
  liquid(({ company, loyalty_points, email, ...rest }) => ({
    ...rest,
    email_address: email,
    custom_attribute: { company, loyalty_points },
  }))(text.replace(/\$\{(\w+)\}/g, "$1"), person);

/** Iterable's language with its block helper. Handlebars escapes HTML before the helper sees the value. */
const iterable: Fill = (text, { first_name, last_name, ...rest }) => {
  const engine = Handlebars.create();
  engine.registerHelper("urlEncode", function (this: unknown, options: Handlebars.HelperOptions) {
    return encodeURIComponent(options.fn(this));
  });
  return engine.compile(text)({ firstName: first_name, lastName: last_name, ...rest });
};

/** Replaces every match by the property it names; an unset property gives nothing, or the tag itself. */
function replacing(
  tag: RegExp,
  names: (person: Person) => Record<string, string | undefined>,
  write: (value: string) => string = (value) => value,
  keepsEmpty = false,
): Fill {
  return (text, person) =>
    text.replace(tag, (whole, name: string) => {
      const value = names(person)[name];
      return keepsEmpty && !value ? whole : write(value ?? "");
    });
}

const capitals = (person: Person) => ({
  FIRSTNAME: person.first_name,
  LASTNAME: person.last_name,
  EMAIL: person.email,
  COMPANY: person.company,
  ACCT_NAME: person.company,
  LOYALTY_POINTS: person.loyalty_points,
});

const camel = (person: Person) => ({
  firstName: person.first_name,
  lastName: person.last_name,
  email: person.email,
  companyName: person.company,
  loyalty_points: person.loyalty_points,
});

const snake = (person: Person) => ({ ...person, company_name: person.company });

/** Spaces as `+`, as PHP's urlencode and Salesforce's URLEncode write them. */
const formEncode = (value: string) => new URLSearchParams({ v: value }).toString().slice(2);

/** `{{name}}` and `{{name|fallback}}`. */
const BRACES = /\{\{\s*(\w+)\s*(?:\|[^{}]*)?\}\}/g;

/** One filler or more for each sender that fills tags; several where a sender may or may not escape HTML. */
export const FILLERS: Readonly<Record<string, readonly Fill[]>> = {
  klaviyo: [true, false].map((autoescape) =>
    django(
      ({ company, loyalty_points, ...rest }) => ({
        ...rest,
        person: { organization: company, loyalty_points },
        organization: { name: "The sender's own company" },
      }),
      autoescape,
    ),
  ),
  mailchimp: [
    replacing(
      /\*\|URL:(\w+)\|\*/g,
      (person) => ({
        FNAME: person.first_name,
        LNAME: person.last_name,
        EMAIL: person.email,
        COMPANY: person.company,
        LOYALTY_PO: person.loyalty_points,
      }),
      formEncode,
    ),
  ],
  hubspot: [true, false].map((autoescape) =>
    django(
      ({ first_name, last_name, ...rest }) => ({
        contact: { firstname: first_name, lastname: last_name, ...rest },
      }),
      autoescape,
    ),
  ),
  activecampaign: [replacing(/%([A-Z_]+)%/g, capitals)],
  brevo: [true, false].map((autoescape) => django((person) => ({ contact: capitals(person) }), autoescape)),
  "customer-io": [liquid((person) => ({ customer: person }))],
  braze: [braze],
  iterable: [iterable],
  "salesforce-marketing-cloud": [formEncode, encodeURIComponent].map((encode) =>
    replacing(
      /%%=URLEncode\(AttributeValue\('(\w+)'\),1,1\)=%%/g,
      (person) => ({
        FirstName: person.first_name,
        LastName: person.last_name,
        emailaddr: person.email,
        Company: person.company,
        loyalty_points: person.loyalty_points,
      }),
      encode,
    ),
  ),
  kit: [liquid(({ email, ...rest }) => ({ subscriber: { ...rest, email_address: email } }))],
  mailerlite: [replacing(/\{\$(\w+)\}/g, ({ first_name, ...rest }) => ({ name: first_name, ...rest }))],
  omnisend: [liquid((person) => ({ contact: person }), { square: true })],
  instantly: [replacing(BRACES, camel)],
  smartlead: [replacing(BRACES, snake)],
  lemlist: [replacing(BRACES, camel)],
  manychat: [
    replacing(
      BRACES,
      (person) => ({ ...person, cuf_company: person.company, cuf_loyalty_points: person.loyalty_points }),
      undefined,
      true,
    ),
  ],
  landbot: [
    replacing(/@\{(\w+)\}/g, ({ first_name, ...rest }) => ({ name: first_name, ...rest }), undefined, true),
  ],
  plain: [replacing(BRACES, snake, encodeURIComponent, true)],
};
