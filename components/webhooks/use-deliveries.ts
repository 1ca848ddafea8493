"use client";

import { useCallback, useEffect, useState } from "react";
import type { DeliveriesPage, DeliveryItem, WebhookItem } from "../api/webhooks";
import { listDeliveries, loadWebhook } from "../api/webhooks";

/** How often is asked while something is under way, and while nothing is, ms. */
const SOON_MS = 1_500;
const LATER_MS = 10_000;

/** How long after a click on it a delivery counts as under way, ms. */
const CLICKED_MS = 15_000;

/** What was sent to an endpoint and how it stands, kept current while the page is looked at. */
export function useDeliveries(workspace: string, first: { webhook: WebhookItem; page: DeliveriesPage }) {
  const { id } = first.webhook;
  const [webhook, setWebhook] = useState(first.webhook);
  const [page, setPage] = useState(first.page);
  const [older, setOlder] = useState<readonly DeliveryItem[]>([]);
  const [cursor, setCursor] = useState(first.page.nextCursor);
  const [clickedAt, setClickedAt] = useState(0);

  const refresh = useCallback(async () => {
    const [fresh, now] = await Promise.all([listDeliveries(workspace, id), loadWebhook(workspace, id)]);
    setPage(fresh);
    setWebhook(now);
  }, [workspace, id]);

  const known = new Set(page.deliveries.map((item) => item.id));
  const deliveries = [...page.deliveries, ...older.filter((item) => !known.has(item.id))];
  const isUnderWay = deliveries.some(({ state, attempts }) => state === "pending" && attempts.length === 0);
  const everyMs = isUnderWay || clickedAt > 0 ? SOON_MS : LATER_MS;

  useEffect(() => {
    const timer = setInterval(() => {
      if (Date.now() - clickedAt > CLICKED_MS) setClickedAt(0);
      // What cannot be asked now is asked in a moment.
      if (document.visibilityState === "visible") refresh().catch(() => undefined);
    }, everyMs);
    return () => clearInterval(timer);
  }, [refresh, everyMs, clickedAt]);

  return {
    webhook,
    setWebhook,
    deliveries,
    refresh,
    /** Something was asked for whose outcome will show soon. */
    expect: () => setClickedAt(Date.now()),
    hasMore: cursor !== null,
    more: async () => {
      const next = await listDeliveries(workspace, id, cursor);
      setOlder((before) => [...before, ...next.deliveries]);
      setCursor(next.nextCursor);
    },
  };
}
