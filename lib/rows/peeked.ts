/** The first item, and all of them with it. */
export async function peeked<Item>(
  items: AsyncIterable<Item>,
): Promise<{ first: Item | undefined; all: AsyncIterable<Item> }> {
  const iterator = items[Symbol.asyncIterator]();
  const { done, value } = await iterator.next();
  if (done) return { first: undefined, all: nothing() };
  return { first: value, all: all(value, iterator) };
}

async function* all<Item>(first: Item, iterator: AsyncIterator<Item>): AsyncGenerator<Item> {
  try {
    yield first;
    for (;;) {
      const { done, value } = await iterator.next();
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever stops early lets go of the stream behind.
    await iterator.return?.();
  }
}

async function* nothing(): AsyncGenerator<never> {}
