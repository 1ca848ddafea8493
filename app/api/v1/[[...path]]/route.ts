import { handleApi } from "@/lib/server/api/handle-api";

/** The REST API: which operations there are stands in `lib/server/api/operations.ts`. */
export const GET = handleApi;
export const POST = handleApi;
export const PUT = handleApi;
export const PATCH = handleApi;
export const DELETE = handleApi;
