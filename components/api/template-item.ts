import { z } from "zod";

/** A template as lists show it. */
export const templateItem = z.object({
  id: z.string(),
  name: z.string(),
  projectId: z.string(),
  revision: z.number(),
  status: z.enum(["draft", "published", "changed"]),
  linkKey: z.string().nullable(),
  size: z.object({ width: z.number(), height: z.number() }).nullable(),
  /** Editors change its texts and pictures only. */
  brandLocked: z.boolean(),
  updatedAt: z.coerce.date(),
});
export type TemplateItem = z.infer<typeof templateItem>;

export const templatePage = z.object({ templates: z.array(templateItem), nextCursor: z.string().nullable() });
export type TemplatePage = z.infer<typeof templatePage>;

export const projectItem = z.object({ id: z.string(), name: z.string(), templates: z.number() });
export type ProjectItem = z.infer<typeof projectItem>;
