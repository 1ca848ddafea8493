import { z } from "zod";

/** Other services whose accounts let one in. */
export const PROVIDERS = { google: "Google", github: "GitHub" } as const;

export const providerId = z.enum(["google", "github"]);
export type ProviderId = z.infer<typeof providerId>;
