import { processWide } from "@/lib/server/process-registry";

/** Whose picture it is: the template's workspace and project; no project where it is not known. */
export type UsageOwner = { workspaceId: string; projectId?: string | undefined };

/** What was counted for one project on one day. */
export type UsageRow = {
  workspaceId: string;
  /** Empty where it was not known. */
  projectId: string;
  /** UTC, such as 2026-11-28. */
  day: string;
  served: number;
  rendered: number;
};

export type UsageCounts = {
  /** Counts a picture that was answered. */
  served: (owner: UsageOwner) => void;
  /** Counts a picture that was painted. */
  rendered: (owner: UsageOwner) => void;
  /** What was counted until now, taken away. */
  take: () => UsageRow[];
  /** What was counted until now, left where it is. */
  peek: () => UsageRow[];
  /** How many pictures could not be counted, for want of room. */
  dropped: () => number;
};

/** Rows held at most, of 200 bytes or so each. How many pictures a row stands for costs nothing. */
const MOST_ROWS = 50_000;
const DAY_MS = 24 * 60 * 60_000;

type Tallies = Map<string, Map<string, UsageRow>>;

/**
 * Counts pictures in memory: an increment each, and a row for every project and day. Where there is no room for
 * another row, a workspace's pictures are counted without their project, and then not at all.
 */
export function createUsageCounts(now: () => number = Date.now, mostRows = MOST_ROWS): UsageCounts {
  let today = Number.NaN;
  let tallies: Tallies = new Map();
  let earlier: UsageRow[] = [];
  let rows = 0;
  let dropped = 0;

  function tally({ workspaceId, projectId = "" }: UsageOwner): UsageRow | null {
    const day = Math.floor(now() / DAY_MS);
    if (day !== today) turnTo(day);
    const ofWorkspace = tallies.get(workspaceId);
    const known = ofWorkspace?.get(projectId);
    if (known) return known;
    // The last tenth is for workspaces, so that many projects of one leave room for the others.
    if (rows < mostRows * (projectId === "" ? 1 : 0.9)) return add(workspaceId, projectId);
    return projectId === "" ? null : tally({ workspaceId });
  }

  function add(workspaceId: string, projectId: string): UsageRow {
    const day = new Date(today * DAY_MS).toISOString().slice(0, 10);
    const row = { workspaceId, projectId, day, served: 0, rendered: 0 };
    const ofWorkspace = tallies.get(workspaceId) ?? new Map<string, UsageRow>();
    tallies.set(workspaceId, ofWorkspace.set(projectId, row));
    rows += 1;
    return row;
  }

  function turnTo(day: number): void {
    earlier = peek();
    tallies = new Map();
    today = day;
  }

  function peek(): UsageRow[] {
    return [...earlier, ...[...tallies.values()].flatMap((each) => [...each.values()])];
  }

  return {
    served(owner) {
      const row = tally(owner);
      if (row) row.served += 1;
      else dropped += 1;
    },
    rendered(owner) {
      const row = tally(owner);
      if (row) row.rendered += 1;
      else dropped += 1;
    },
    take() {
      const taken = peek();
      tallies = new Map();
      earlier = [];
      rows = 0;
      return taken;
    },
    peek,
    dropped: () => dropped,
  };
}

/** The counts of this process. */
export function usageCounts(): UsageCounts {
  return processWide("usage-counts", () => createUsageCounts());
}
