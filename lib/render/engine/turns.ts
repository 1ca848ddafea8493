/** Things that wait: each owner's in the order they came, and owners take turns. */
export type Turns<T> = {
  size: () => number;
  add: (owner: string, item: T) => void;
  remove: (owner: string, item: T) => void;
  /** Takes out what is next; undefined when nothing waits. */
  take: () => T | undefined;
  /**
   * Takes out the last thing of the owner who has most waiting, to make room for one more of `owner`'s; undefined
   * when the owner has as many already. So one who brings endlessly much keeps nobody out.
   */
  makeRoom: (owner: string) => T | undefined;
};

export function createTurns<T>(): Turns<T> {
  /** By owner; whose turn it is comes first. */
  const waiting = new Map<string, Set<T>>();
  let size = 0;

  function remove(owner: string, item: T): void {
    const items = waiting.get(owner);
    if (!items?.delete(item)) return;
    size -= 1;
    if (items.size === 0) waiting.delete(owner);
  }

  return {
    size: () => size,
    add(owner, item) {
      const items = waiting.get(owner) ?? new Set();
      waiting.set(owner, items.add(item));
      size += 1;
    },
    remove,
    take() {
      for (const [owner, items] of waiting) {
        for (const item of items) {
          remove(owner, item);
          waiting.delete(owner);
          if (items.size > 0) waiting.set(owner, items);
          return item;
        }
      }
      return undefined;
    },
    makeRoom(owner) {
      const own = waiting.get(owner)?.size ?? 0;
      const [most, items] = [...waiting].reduce(
        (a, b) => (b[1].size > a[1].size ? b : a),
        [owner, new Set<T>()],
      );
      const last = items.size > own + 1 ? [...items].at(-1) : undefined;
      if (last !== undefined) remove(most, last);
      return last;
    },
  };
}
