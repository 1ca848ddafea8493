import type { Person } from "@/lib/server/testing/people";

/** A request of a route, and what comes of it. */
export type Example = {
  id?: string;
  number?: string;
  body?: unknown;
  query?: string;
  status?: number;
  /** Where a guest of the project gets another answer: what no design of theirs shows is not there for them. */
  guestStatus?: number;
  /** What everybody but the owner gets who is let in. */
  statusOfOthers?: number;
};

/** By `METHOD path`: a request that works for an owner, with whatever it needs made in the owner's workspace. */
export type RouteExamples = Record<string, (owner: Person) => Promise<Example>>;
