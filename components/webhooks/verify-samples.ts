/** Programs that verify deliveries, as they are pasted. */
export const VERIFY_SAMPLES = [
  {
    language: "TypeScript",
    text: `import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.NAMEPLATE_WEBHOOK_SECRET!);

export async function POST(request: Request) {
  // The body as it came: parsed and written again it would be another.
  const body = await request.text();
  const event = webhook.verify(body, Object.fromEntries(request.headers));
  // Keep the id: an event may arrive twice, always under the same one.
  console.log(request.headers.get("webhook-id"), event);
  return new Response(null, { status: 204 });
}`,
  },
  {
    language: "Python",
    text: `import os
from flask import Flask, request
from standardwebhooks import Webhook

app = Flask(__name__)
webhook = Webhook(os.environ["NAMEPLATE_WEBHOOK_SECRET"])

@app.post("/webhooks")
def receive():
    # The body as it came: parsed and written again it would be another.
    event = webhook.verify(request.get_data(), dict(request.headers))
    # Keep the id: an event may arrive twice, always under the same one.
    print(request.headers["webhook-id"], event)
    return "", 204`,
  },
] as const;
