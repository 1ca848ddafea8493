import { AppError } from "@/lib/errors";

/** The one answer for a version that never was; of a template that is not there the template's answer speaks. */
export function versionNotFound(number: number): AppError {
  return new AppError("not_found", `This template has no version ${number}.`);
}
