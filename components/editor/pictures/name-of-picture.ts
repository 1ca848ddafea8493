import { LIMITS } from "@/lib/template/limits";

/** Characters of a file's name that become a layer's name: half the limit, as a character may count as two. */
const NAME_CHARACTERS = LIMITS.name / 2;

/** What a layer that shows this picture is called: the file's name without its ending. */
export function nameOfPicture({ name }: { name: string }): string {
  return [...name.replace(/\.[a-z0-9]+$/i, "")].slice(0, NAME_CHARACTERS).join("") || "Image";
}
