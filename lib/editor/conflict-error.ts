import { AppError } from "@/lib/errors";

/** What saving and publishing say while two versions stand against each other. */
export function conflictError(): AppError {
  return new AppError(
    "conflict",
    "This template was changed elsewhere meanwhile. Choose one of the two versions first.",
  );
}
