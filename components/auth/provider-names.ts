/** Services whose accounts let one in, as they call themselves. */
export const PROVIDER_NAMES = { google: "Google", github: "GitHub" } as const;

export type Provider = keyof typeof PROVIDER_NAMES;
