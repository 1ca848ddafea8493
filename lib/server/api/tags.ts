/** The groups of operations, in the order in which the documentation tells of them. */
export const API_TAGS: readonly { name: string; description: string }[] = [
  { name: "Pictures", description: "From a template and values to a picture, at once or later." },
  {
    name: "Batches",
    description: "Many pictures from many rows, made one after the other and kept for 30 days.",
  },
  {
    name: "Certificates",
    description:
      "Rows of a batch with `output.certificate` get a number and an address where anybody can check them. They outlive their batch.",
  },
  {
    name: "Templates",
    description: "A template is a design with fields. Deleted ones are kept until they are restored.",
  },
  {
    name: "Drafts and versions",
    description:
      "A template has one draft, which is edited, and versions, which are frozen when it is published. Links show the newest version.",
  },
  { name: "Links", description: "A link is the address of a template’s picture, for e-mails and pages." },
  {
    name: "Tables",
    description:
      "A table is a list that links look values up in: an address needs only say whose row is meant, such as `?id=maria@example.com`. Its rows lie encrypted.",
  },
  {
    name: "Live sources",
    description:
      "A live source is an address that is asked while a picture is made: its JSON, published sheet or feed gives the values.",
  },
  {
    name: "Signing keys",
    description: "What addresses of links are signed, and their values encrypted, with.",
  },
  { name: "Projects", description: "A project holds templates, such as those of one client." },
  { name: "Pictures in the library", description: "Uploaded pictures, for use in designs." },
  { name: "Members", description: "Who is in the workspace." },
  {
    name: "Usage",
    description:
      "What the workspace uses of its plan. Pictures served are all that were answered; pictures rendered those of them that were painted anew.",
  },
  {
    name: "Webhooks",
    description:
      "Events that are posted to an address of yours, signed as [Standard Webhooks](https://www.standardwebhooks.com) has it. Each arrives at least once, always with the same `webhook-id`; what does not arrive is tried eight times in about 32 hours.",
  },
];
