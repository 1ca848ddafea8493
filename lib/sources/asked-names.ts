import type { SourceKind } from "@/lib/server/generated/prisma/enums";
import { httpConfig, paramsOfConfig } from "./look-up/http-config";
import { tableConfig } from "./look-up/table-config";

const ASKED: Record<SourceKind, (config: unknown) => string[]> = {
  table: (config) => {
    const table = tableConfig.safeParse(config);
    return table.success ? [table.data.param] : [];
  },
  http: (config) => {
    const http = httpConfig.safeParse(config);
    return http.success ? paramsOfConfig(http.data) : [];
  },
};

/** The names in an address by which a source is asked, beside those of the template's fields. */
export function askedNames(kind: SourceKind, config: unknown): string[] {
  return ASKED[kind](config);
}
