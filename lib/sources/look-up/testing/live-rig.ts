import { createRemoteFetcher, type RemoteFetcher } from "@/lib/render/remote/fetch-remote";
import { type CanaryRig, openCanaryRig } from "@/lib/render/testing/canary-rig";
import { handlerRig, live, NAME_TAG } from "@/lib/render/testing/handler-rig";
import { createAskHttp } from "../ask-http";
import { type Asker, createAsker, type GoodAnswer, type KeptAnswers, type Outcome } from "../asker";
import { type HttpConfig, httpConfig } from "../http-config";
import { createLookUp } from "../look-up";
import { sealSecrets } from "../source-secrets";

/** The address that leads to the source. */
const PUBLIC = "93.184.215.14";

export type LiveConfig = Partial<HttpConfig>;

/** One process with a picture handler, an asker and a door of its own. */
export type LiveProcess = ReturnType<typeof handlerRig> & {
  asker: Asker;
  outcomes: Outcome[];
  /** The picture of a person by their id, and what its headers say of it. */
  show: (query: string) => Promise<{ bytes: string; render: string | null; cache: string | null }>;
  /** What the picture with this name in it looks like; null: without any. */
  named: (name: string | null) => Promise<string>;
};

export type LiveRig = CanaryRig & {
  /** ms since 1970, as all processes see it. */
  clock: { now: number };
  /** What the database keeps, by key. */
  rows: Map<string, GoodAnswer>;
  kept: KeptAnswers;
  /** A new process, on the same database. */
  start: (config?: LiveConfig, secrets?: Record<string, string>) => LiveProcess;
  stop: () => Promise<void>;
};

/** A live source on this machine behind a public name, and processes that show pictures by it. */
export async function openLiveRig(): Promise<LiveRig> {
  const canary = await openCanaryRig();
  canary.sites.add(PUBLIC);
  canary.zone["api.example"] = [PUBLIC];
  canary.zone["other.example"] = [PUBLIC];
  const doors: RemoteFetcher[] = [];
  const rows = new Map<string, GoodAnswer>();
  const kept: KeptAnswers = {
    read: async ({ key }) => rows.get(key) ?? null,
    write: async ({ key }, answer) => void rows.set(key, answer),
    remove: async ({ key }) => void rows.delete(key),
  };
  const clock = { now: 1_000_000 };

  function start(config: LiveConfig = {}, secrets: Record<string, string> = {}): LiveProcess {
    const door = createRemoteFetcher({ network: canary.network, now: () => clock.now });
    doors.push(door);
    const outcomes: Outcome[] = [];
    const asker = createAsker({
      fetchData: door.fetchData,
      kept,
      now: () => clock.now,
      onOutcome: (_question, outcome) => outcomes.push(outcome),
    });
    const askHttp = createAskHttp(() => asker);
    const rigged = handlerRig({ lookUp: createLookUp({ http: askHttp, table: askHttp }) });
    const source = {
      sourceId: "src_1",
      kind: "http" as const,
      config: httpConfig.parse({
        address: "http://api.example/customers/{{id}}",
        values: { Name: "/customer/name" },
        // As long as there is: a machine that is busy is no source that is slow.
        timeoutMs: 3_000,
        ...config,
      }),
      secrets: sealSecrets("src_1", secrets),
      columns: ["Name"],
      filling: 0,
      mapping: { first_name: "Name" },
    };
    rigged.rig.rows.set("live", live("ver_3", NAME_TAG, [source]));
    const show: LiveProcess["show"] = async (query) => {
      const response = await rigged.get(`/i/live.png?${query}`);
      const { headers, status } = response;
      const bytes = Buffer.from(await response.arrayBuffer()).toString("base64");
      if (status !== 200) throw new Error(`a link answered ${status}`);
      return { bytes, render: headers.get("x-render-status"), cache: headers.get("cache-control") };
    };
    const named: LiveProcess["named"] = async (name) => {
      const path = name === null ? "/i/tag.png" : `/i/tag.png?first_name=${encodeURIComponent(name)}`;
      return (await rigged.bytes(path)).toString("base64");
    };
    return { ...rigged, asker, outcomes, show, named };
  }

  return {
    ...canary,
    get serve() {
      return canary.serve;
    },
    set serve(listener) {
      canary.serve = listener;
    },
    clock,
    rows,
    kept,
    start,
    async stop() {
      await Promise.all(doors.map((door) => door.close()));
      await canary.close();
    },
  };
}
