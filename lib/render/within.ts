/** The value, or null when it fails or does not come within `ms`. */
export async function within<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  return withDeadline(promise, ms).catch(() => null);
}

/** The value, or a rejection when it does not come within `ms`. What is late is left to end by itself. */
export async function withDeadline<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
