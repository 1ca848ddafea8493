import type { Letter } from "@/lib/batches/mailing/letter";
import type { MailingPlan } from "@/lib/batches/mailing/mailing-item";
import { planProblem, planWords } from "./plan-words";

/** What a mailing would do, and why it cannot be sent, told as it changes: the button alone would fall silent. */
export function PlanStatus({ plan, deliver }: { plan: MailingPlan | null; deliver: Letter["deliver"] }) {
  const problem = plan && planProblem(plan, deliver);
  return (
    <div role="status" className="grid gap-1 text-sm">
      <p className="figures min-h-5 text-muted">{plan ? planWords(plan, deliver) : ""}</p>
      {problem ? <p className="text-danger-text">{problem}</p> : null}
    </div>
  );
}
