/** The migrated, empty database that each test file gets a copy of. */
export const TEMPLATE_DATABASE = "nameplate_template";
