import autocannon, { type Ask } from "autocannon";
import { processState, type ServerProcess } from "../processes";

/** What a server did when every request had other values. */
export type ColdLoad = {
  connections: number;
  requestsPerSecond: number;
  /** Answers whose picture is the one that was asked for, a second. */
  picturesPerSecond: number;
  /** ms from request to the end of its answer. */
  p50: number;
  p99: number;
  errors: number;
  /** Processor time of the server for one answer, ms; null where the system does not say. */
  cpu: number | null;
};

/** Asks for another path each time, over so many connections, and looks at what each answer says of its picture. */
export async function loadCold(
  server: ServerProcess,
  next: () => string,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<ColdLoad> {
  let pictures = 0;
  const request = {
    setupRequest: (plain: Ask) => ({ ...plain, path: next() }),
    onResponse: (_status: number, _body: string, _context: object, headers: Record<string, string>) => {
      if (renderStatusOf(headers) === "ok") pictures += 1;
    },
  };
  const before = processState(server.pid);
  const url = `http://127.0.0.1:${server.port}`;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 60,
    requests: [request],
  });
  const after = processState(server.pid);
  const { requests, latency, errors, timeouts, non2xx, duration } = result;
  return {
    connections,
    requestsPerSecond: requests.total / duration,
    picturesPerSecond: pictures / duration,
    p50: latency.p50,
    p99: latency.p99,
    errors: errors + timeouts + non2xx,
    cpu: before && after ? ((after.cpu - before.cpu) * 1000) / requests.total : null,
  };
}

function renderStatusOf(headers: Record<string, string>): string | undefined {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === "x-render-status")?.[1];
}
