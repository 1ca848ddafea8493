import { SENDERS } from "@/lib/link/senders";

/** Every tool the share panel writes merge tags for. */
export function Senders() {
  return (
    <section className="border-t py-14 md:py-20">
      <h2 className="font-semibold text-2xl tracking-tight">Works where you send</h2>
      <ul className="mt-6 flex flex-wrap gap-x-5 gap-y-2 text-base text-muted">
        {SENDERS.map((sender) => (
          <li key={sender.id}>{sender.name}</li>
        ))}
      </ul>
    </section>
  );
}
