// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Braze writes its attributes like that

import { asIs, CANNOT_ENCODE, named, type SenderDefinition, upperCase } from "../sender";

const SNAKE = { first_name: "first_name", last_name: "last_name", email: "email", company: "company" };
const CAPITALS = { first_name: "FIRSTNAME", last_name: "LASTNAME", email: "EMAIL", company: "COMPANY" };

/**
 * E-mail services. Tags have no spaces, since editors encode spaces in addresses before the tags are filled,
 * and no double quotes, so that they stand in a double-quoted `src`. None but Customer.io carries a default:
 * an empty value lets the template's own fallbacks speak.
 */
export const EMAIL_SENDERS = [
  {
    id: "klaviyo",
    name: "Klaviyo",
    kind: "e-mail",
    verified: true,
    encodes: true,
    limits: [
      "A custom property is found by its exact name in Klaviyo, capitals included.",
      "{{organization.name}} is the sender's company; the recipient's is a profile property.",
    ],
    tag: ({ role, key }) => {
      if (role === "custom") return `{{person|lookup:'${key}'|urlencode}}`;
      return role === "company" ? "{{person.organization|urlencode}}" : `{{${SNAKE[role]}|urlencode}}`;
    },
  },
  {
    id: "mailchimp",
    name: "Mailchimp",
    kind: "e-mail",
    verified: true,
    encodes: true,
    limits: [
      "Test e-mails do not fill merge tags: use Preview with a live contact.",
      "A merge tag's name has at most 10 characters. Compare custom ones with Audience fields and *|MERGE|* tags.",
    ],
    tag: named(
      {
        first_name: "FNAME",
        last_name: "LNAME",
        email: "EMAIL",
        company: "COMPANY",
        custom: (key) => key.toUpperCase().slice(0, 10),
      },
      "*|URL:",
      "|*",
    ),
  },
  {
    id: "hubspot",
    name: "HubSpot",
    kind: "e-mail",
    verified: true,
    encodes: false,
    limits: [CANNOT_ENCODE, "HubL filters do nothing on contact and company tokens in e-mails."],
    tag: named(
      {
        first_name: "firstname",
        last_name: "lastname",
        email: "email",
        company: "company",
        custom: asIs,
      },
      "{{contact.",
      "}}",
    ),
  },
  {
    id: "activecampaign",
    name: "ActiveCampaign",
    kind: "e-mail",
    verified: true,
    encodes: false,
    limits: [
      CANNOT_ENCODE,
      "A default can be set only in the field itself, not in the tag.",
      "A custom field's tag is the personalization tag shown in its settings.",
    ],
    tag: named({ ...CAPITALS, company: "ACCT_NAME", custom: upperCase }, "%", "%"),
  },
  {
    id: "brevo",
    name: "Brevo",
    kind: "e-mail",
    verified: true,
    encodes: false,
    limits: [CANNOT_ENCODE, "An attribute's name is written in capitals, exactly as in Contact attributes."],
    tag: named({ ...CAPITALS, custom: upperCase }, "{{contact.", "}}"),
  },
  {
    id: "customer-io",
    name: "Customer.io",
    kind: "e-mail",
    verified: true,
    encodes: true,
    limits: [
      "A message fails when a person lacks the attribute, so each tag carries an empty default: keep it.",
    ],
    tag: named({ ...SNAKE, custom: asIs }, "{{customer.", "|default:''|url_encode}}"),
  },
  {
    id: "braze",
    name: "Braze",
    kind: "e-mail",
    verified: true,
    encodes: true,
    limits: [
      "Quotes in tags have to be straight ones.",
      "Tags inside HTML comments vanish, also those for Outlook.",
    ],
    tag: (property) => {
      const names = { ...SNAKE, email: "email_address", custom: asIs };
      const isAttribute = property.role === "custom" || property.role === "company";
      return named(names, isAttribute ? "{{custom_attribute.${" : "{{${", "}|url_param_escape}}")(property);
    },
  },
  {
    id: "iterable",
    name: "Iterable",
    kind: "e-mail",
    verified: true,
    encodes: true,
    limits: [
      "Double braces read the user's profile; values of a data feed need double square brackets.",
      "Enter the address in the HTML, not in a link field: the # of the tag ends an address there.",
    ],
    tag: named(
      {
        first_name: "firstName",
        last_name: "lastName",
        email: "email",
        company: "company",
        custom: asIs,
      },
      "{{#urlEncode}}{{",
      "}}{{/urlEncode}}",
    ),
  },
  {
    id: "salesforce-marketing-cloud",
    name: "Salesforce Marketing Cloud",
    kind: "e-mail",
    verified: true,
    encodes: true,
    limits: [
      "Attribute names are those of your data extension's columns: change FirstName to First Name if yours has a space.",
      "Both 1s of URLEncode are needed: without them the value is returned unchanged.",
    ],
    tag: named(
      {
        first_name: "FirstName",
        last_name: "LastName",
        email: "emailaddr",
        company: "Company",
        custom: asIs,
      },
      "%%=URLEncode(AttributeValue('",
      "'),1,1)=%%",
    ),
  },
  {
    id: "kit",
    name: "Kit",
    kind: "e-mail",
    verified: false,
    encodes: true,
    limits: [
      "Only the first name and the address are built in; all else is a custom field of the subscriber.",
    ],
    tag: named({ ...SNAKE, email: "email_address", custom: asIs }, "{{subscriber.", "|url_encode}}"),
  },
  {
    id: "mailerlite",
    name: "MailerLite",
    kind: "e-mail",
    verified: false,
    encodes: false,
    limits: [CANNOT_ENCODE],
    tag: named({ ...SNAKE, first_name: "name", custom: asIs }, "{$", "}"),
  },
  {
    id: "omnisend",
    name: "Omnisend",
    kind: "e-mail",
    verified: true,
    encodes: true,
    limits: ["Test e-mails show the raw tags: use Test & Preview with a real contact."],
    tag: named({ ...SNAKE, custom: asIs }, "[[contact.", "|url_encode]]"),
  },
] as const satisfies readonly SenderDefinition[];
