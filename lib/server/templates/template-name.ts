import { LIMITS } from "@/lib/template/limits";
import { lineOfText } from "../line-of-text";

/** The name of a template as a person types it. */
export const templateName = lineOfText(LIMITS.name, "Enter a name for the template.");
