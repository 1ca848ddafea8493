declare global {
  var nameplateProcess: Map<string, unknown> | undefined;
}

/**
 * One value a process, whatever bundle asks. The custom server and the framework's routes are compiled apart
 * and would otherwise each hold their own database pool, caches and settings. A promise that is rejected is not
 * kept: what failed once, such as in a busy moment, is made anew for the next who asks.
 */
export function processWide<T>(name: string, create: () => T): T {
  const registry = registryOfProcess();
  if (!registry.has(name)) {
    const value = create();
    registry.set(name, value);
    if (value instanceof Promise) {
      value.catch(() => {
        if (registry.get(name) === value) registry.delete(name);
      });
    }
  }
  return registry.get(name) as T;
}

/** Takes a value out of the registry, if it was ever made. */
export function takeProcessWide<T>(name: string): T | undefined {
  const registry = registryOfProcess();
  const value = registry.get(name) as T | undefined;
  registry.delete(name);
  return value;
}

function registryOfProcess(): Map<string, unknown> {
  globalThis.nameplateProcess ??= new Map();
  return globalThis.nameplateProcess;
}
