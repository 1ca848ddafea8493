import { imageUrl } from "@/lib/link/address";

/** Key of the link that the demo workspace comes with. */
const DEMO_KEY = "demo-thank-you";

/** Size of the demo's canvas, px. */
export const DEMO_SIZE = { width: 1200, height: 628 } as const;

export type DemoValues = { first_name: string; loyalty_points: string };

/** The address a recipient's mail program would ask for. */
export function demoUrl(origin: string, values: DemoValues): string {
  return imageUrl({ origin, key: DEMO_KEY, format: "png", values });
}

/** The same picture from the server this page came from, however it is reached. */
export function demoPath(origin: string, values: DemoValues): string {
  const { pathname, search } = new URL(demoUrl(origin, values));
  return pathname + search;
}
