"use client";

import { useEffect, useRef, useState } from "react";
import { sentenceOf } from "../api/call-api";
import { type EventPage, type EventsFilter, loadEvents, NO_FILTER } from "../api/events";

type State = EventPage & { busy: boolean; error: string | null };

/** Events under a filter, a page at a time. The first page without a filter came with the page itself. */
export function useEvents(workspace: string, first: EventPage) {
  const [filter, setFilter] = useState<EventsFilter>(NO_FILTER);
  const [state, setState] = useState<State>({ ...first, busy: false, error: null });
  /** The latest question; answers to older ones are not shown. */
  const asked = useRef(0);
  useEffect(() => {
    asked.current += 1;
    setFilter(NO_FILTER);
    setState({ ...first, busy: false, error: null });
  }, [first]);

  async function ask(wanted: EventsFilter, from: EventPage | null) {
    asked.current += 1;
    const turn = asked.current;
    setState((before) => ({ ...before, busy: true, error: null }));
    try {
      const page = await loadEvents(workspace, wanted, from?.nextCursor ?? null);
      if (turn !== asked.current) return;
      const events = [...(from?.events ?? []), ...page.events];
      setState({ events, nextCursor: page.nextCursor, busy: false, error: null });
    } catch (error) {
      if (turn === asked.current)
        setState((before) => ({ ...before, busy: false, error: sentenceOf(error) }));
    }
  }

  return {
    ...state,
    filter,
    change(to: Partial<EventsFilter>) {
      const next = { ...filter, ...to };
      setFilter(next);
      void ask(next, null);
    },
    more: () => void ask(filter, state),
  };
}
