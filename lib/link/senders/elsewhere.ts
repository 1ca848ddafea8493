import { asIs, CANNOT_ENCODE, named, type SenderDefinition } from "../sender";

const CAMEL = { first_name: "firstName", last_name: "lastName", email: "email", company: "companyName" };
const SNAKE = { first_name: "first_name", last_name: "last_name", email: "email", company: "company_name" };

/** Sales outreach, chat tools, web pages, and the address by itself. */
export const OTHER_SENDERS = [
  {
    id: "instantly",
    name: "Instantly",
    kind: "outreach",
    verified: false,
    encodes: false,
    limits: [
      CANNOT_ENCODE,
      "A custom variable has the name of its column in your lead list.",
      "Single braces are spintax there: an address must hold none.",
    ],
    tag: named({ ...CAMEL, custom: asIs }, "{{", "}}"),
  },
  {
    id: "smartlead",
    name: "Smartlead",
    kind: "outreach",
    verified: false,
    encodes: false,
    limits: [CANNOT_ENCODE, "A custom variable has the name of its column in your lead list."],
    tag: named({ ...SNAKE, custom: asIs }, "{{", "}}"),
  },
  {
    id: "lemlist",
    name: "lemlist",
    kind: "outreach",
    verified: false,
    encodes: false,
    limits: [
      CANNOT_ENCODE,
      "A custom variable has the name of its column in your lead list.",
      "A default of your own is written in double quotes: then the src needs single ones.",
    ],
    tag: named({ ...CAMEL, custom: asIs }, "{{", "}}"),
  },
  {
    id: "manychat",
    name: "ManyChat",
    kind: "chat",
    verified: false,
    encodes: false,
    limits: [
      CANNOT_ENCODE,
      "It leaves the tag as it is when a value is empty; the picture then shows its fallback.",
      "A custom field's tag holds its number, such as {{cuf_1234567}}: put yours in place of the name.",
    ],
    tag: named({ ...SNAKE, company: "cuf_company", custom: (key) => `cuf_${key}` }, "{{", "}}"),
  },
  {
    // Attributes: https://docs.chatfuel.com/en/articles/852949-create-and-manage-user-attributes
    id: "chatfuel",
    name: "Chatfuel",
    kind: "chat",
    verified: false,
    encodes: false,
    limits: [
      CANNOT_ENCODE,
      "Put the address where Chatfuel asks for the URL of an image; its attributes are offered at {{.",
      "An attribute of your own has the name that you gave it there.",
    ],
    tag: named(
      {
        ...{ first_name: "first name", last_name: "last name", email: "email", company: "company" },
        custom: asIs,
      },
      "{{",
      "}}",
    ),
  },
  {
    // Fields: https://dev.landbot.io/sdks/widgets/advanced/setting-variables
    id: "landbot",
    name: "Landbot",
    kind: "chat",
    verified: false,
    encodes: false,
    limits: [
      CANNOT_ENCODE,
      "Its own question for a name fills @{name}, the whole of it; a field of yours has the name that you gave it.",
    ],
    tag: named(
      {
        ...{ first_name: "name", last_name: "last_name", email: "email", company: "company" },
        custom: asIs,
      },
      "@{",
      "}",
    ),
  },
  {
    id: "website",
    name: "Website",
    kind: "website",
    verified: true,
    encodes: true,
    limits: [
      "A page has no merge tags: the script in the HTML takes the values from the page's own address, such as ?first_name=Maria.",
      "Where a page allows no inline scripts, the picture shows its fallbacks.",
      'Scripts of the page may read the picture, such as to draw it on a canvas: give the img crossorigin="anonymous".',
      "The tags for previews go into the page’s head. Chats and networks look at a page once and show everybody the same.",
    ],
    tag: () => "",
  },
  {
    id: "plain",
    name: "Plain URL",
    kind: "plain",
    verified: true,
    encodes: false,
    limits: [
      "Put your values in place of the braces, URL-encoded. What is left in braces shows its fallback.",
    ],
    tag: ({ key }) => `{{${key}}}`,
  },
] as const satisfies readonly SenderDefinition[];
