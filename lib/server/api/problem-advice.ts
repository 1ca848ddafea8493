import type { ProblemCode } from "./problems-of";

/** What a program does about each kind of problem, for the documentation. */
export const PROBLEM_ADVICE: Readonly<Record<ProblemCode, string>> = {
  bad_request: "The request does not parse. `detail` says where.",
  not_signed_in: "Send a key that works in the Authorization header; never in the address.",
  forbidden: "Use a key with the scope that `detail` names, made by somebody whose role allows it.",
  not_found: "The id is wrong, was deleted, or is out of the key’s reach. These look alike on purpose.",
  no_such_method: "Look at the method. The `Allow` header lists those that are there.",
  conflict: "Look at how things are now, and ask again. `Retry-After` says when, where waiting helps.",
  gone: "It was there and is no more.",
  precondition_failed: "Somebody has saved meanwhile: read it again, make the change there, send it again.",
  too_large: "Send less: `detail` says how much is taken.",
  unsupported_type: "Send `Content-Type: application/json`, or a form where a file is asked for.",
  invalid: "Mend what `errors` points to, each with a JSON pointer into what was sent.",
  precondition_required: "Send the ETag of what you read as If-Match.",
  too_many: "Wait as long as `Retry-After` says, and ask again.",
  unavailable: "Wait as long as `Retry-After` says, and ask again. Nothing was changed.",
  storage_full: "The server has no room left. Tell whoever runs it.",
  internal: "Tell whoever runs the server the `requestId`.",
};
