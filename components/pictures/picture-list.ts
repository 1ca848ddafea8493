import { createStore, type StoreApi } from "zustand";
import { sentenceOf } from "../api/call-api";
import { EVERYTHING, type PictureFilter, type PictureItem, type PicturePage } from "../api/pictures";

/** Quiet time before a search begins, ms. */
const PAUSE = 250;

export type PictureListState = {
  filter: PictureFilter;
  /** null while the first page is on its way. What another filter found stays until the new one has its answer. */
  pictures: readonly PictureItem[] | null;
  /** Whether there are more to show. */
  more: boolean;
  /** Whether an answer is waited for that somebody asked for: a search, more, another attempt. */
  loading: boolean;
  /** Why the last question was not answered. */
  failed: string | null;
};

/** What is to be otherwise, or what makes it of the filter as it is then. */
export type FilterChange = Partial<PictureFilter> | ((filter: PictureFilter) => Partial<PictureFilter>);

export type PictureListDeeds = {
  /** Asks anew; what is typed is waited for until it stands still. */
  setFilter: (change: FilterChange) => void;
  loadMore: () => void;
  /** Asks again after a failure. */
  retry: () => void;
  /** Asks for as many as are shown anew, unseen: for when something was changed. */
  reload: () => Promise<void>;
  /** Changes pictures where they are, without asking. */
  update: (ids: readonly string[], change: (picture: PictureItem) => PictureItem) => void;
};

export type PictureList = PictureListDeeds & {
  state: StoreApi<PictureListState>;
  /** Answers that are still on their way are nobody's any more. */
  stop: () => void;
};

type Load = (filter: PictureFilter, cursor: string | null) => Promise<PicturePage>;

/**
 * The pictures of a workspace as a list that is searched and paged. The newest question alone is answered: answers that
 * it has overtaken are dropped, and it sees the filter as it is then, whoever asks.
 */
export function createPictureList(load: Load): PictureList {
  const state = createStore<PictureListState>(() => ({
    filter: EVERYTHING,
    pictures: null,
    more: false,
    loading: true,
    failed: null,
  }));
  let asked = 0;
  let isAsking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cursor: string | null = null;
  /** As many are asked for at least, a page at a time. */
  let goal = 1;
  /** The filter that the pictures shown were found by. */
  let shownBy: PictureFilter | null = null;

  async function ask(known: readonly PictureItem[], from: string | null): Promise<void> {
    clearTimeout(timer);
    asked += 1;
    const mine = asked;
    isAsking = true;
    const { filter } = state.getState();
    const found = new Map(known.map((picture) => [picture.id, picture]));
    let next = from;
    try {
      do {
        const page = await load(filter, next);
        if (mine !== asked) return;
        // A picture that moved to a later page meanwhile is shown once.
        for (const picture of page.assets) found.set(picture.id, picture);
        next = page.nextCursor;
      } while (next !== null && found.size < goal);
    } catch (error) {
      if (mine !== asked) return;
      isAsking = false;
      const { pictures } = state.getState();
      // Beside words that they were not found by, pictures would be an answer that nobody gave.
      state.setState({
        failed: sentenceOf(error),
        loading: false,
        ...(shownBy === filter ? { pictures } : { pictures: null, more: false }),
      });
      return;
    }
    isAsking = false;
    cursor = next;
    shownBy = filter;
    state.setState({ pictures: [...found.values()], more: next !== null, loading: false, failed: null });
  }

  /** As many are shown anew as are shown now, and those that were asked for beside. */
  function askAnew(): Promise<void> {
    const { filter, pictures } = state.getState();
    if (shownBy === filter) goal = Math.max(goal, pictures?.length ?? 0);
    return ask([], null);
  }

  return {
    state,
    setFilter: (change) => {
      asked += 1;
      clearTimeout(timer);
      goal = 1;
      const { filter } = state.getState();
      const part = typeof change === "function" ? change(filter) : change;
      state.setState({ filter: { ...filter, ...part }, loading: true, failed: null });
      // What can be done with a deleted picture is another thing: no other one stands among them for a moment.
      if (filter.deleted !== state.getState().filter.deleted) state.setState({ pictures: null, more: false });
      timer = setTimeout(() => void ask([], null), part.search ? PAUSE : 0);
    },
    loadMore: () => {
      const { pictures, filter, more, loading } = state.getState();
      if (!more || loading || pictures === null || shownBy !== filter) return;
      goal = pictures.length + 1;
      state.setState({ loading: true, failed: null });
      // A question that is under way asks for these pictures anew: to leave it out would lose what it is about.
      void (isAsking ? askAnew() : ask(pictures, cursor));
    },
    retry: () => {
      state.setState({ loading: true });
      void askAnew();
    },
    reload: askAnew,
    update: (ids, change) =>
      state.setState(({ pictures }) => ({
        pictures: pictures?.map((each) => (ids.includes(each.id) ? change(each) : each)) ?? null,
      })),
    stop: () => {
      asked += 1;
      clearTimeout(timer);
    },
  };
}
