import type { DeliveryItem, WebhookItem } from "../api/webhooks";

type Told = { tone: "success" | "warning" | "danger" | "neutral"; text: string };

/** How an endpoint stands, in a few words. */
export function healthWords({ health, disabledFor }: Pick<WebhookItem, "health" | "disabledFor">): Told {
  switch (health) {
    case "unused":
      return { tone: "neutral", text: "Nothing sent yet" };
    case "healthy":
      return { tone: "success", text: "Arriving" };
    case "failing":
      return { tone: "danger", text: "Not arriving" };
    case "disabled":
      if (disabledFor === "gone") return { tone: "danger", text: "Off: it wants no more (410)" };
      if (disabledFor === "failing") return { tone: "danger", text: "Off: nothing arrived for 5 days" };
      return { tone: "neutral", text: "Off" };
  }
}

/** What became of a delivery, in a few words. */
export function deliveryWords({ state, attempts }: Pick<DeliveryItem, "state" | "attempts">): Told {
  const [last] = attempts;
  if (state === "delivered") return { tone: "success", text: "Delivered" };
  if (state === "failed") return { tone: "danger", text: last ? `Failed: ${answerWords(last)}` : "Not sent" };
  return last
    ? { tone: "warning", text: `Trying again: ${answerWords(last)}` }
    : { tone: "neutral", text: "On its way" };
}

/** What was answered. Whatever kept an answer from coming is told the same. */
export function answerWords({ status }: { status: number | null }): string {
  return status === null ? "no answer" : `answered ${status}`;
}

/** What an address is called in a list: without what every address begins with. */
export function addressWords(url: string): string {
  return url.replace(/^https?:\/\//, "").replace(/\/$/, "");
}
