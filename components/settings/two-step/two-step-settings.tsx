"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../../api/call-api";
import { TimeAgo } from "../../shell/time-ago";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { Dialog, DialogContent } from "../../ui/dialog";
import { ProofForm } from "./proof-form";
import { CodesDialog, SetUpDialog } from "./set-up-dialog";
import { type Begun, beginTwoStep, renewRecoveryCodes, turnOffTwoStep } from "./two-step-api";

export type TwoStepSettingsProps = {
  on: boolean;
  since: Date | null;
  recoveryCodesLeft: number;
  hasPassword: boolean;
};

type Open =
  | { kind: "set-up"; begun?: Begun }
  | { kind: "turn-off" }
  | { kind: "renew" }
  | { kind: "codes"; codes: readonly string[] };

/** Whether a code is asked for at sign-in, and the ways to change that. */
export function TwoStepSettings({ on, since, recoveryCodesLeft, hasPassword }: TwoStepSettingsProps) {
  const router = useRouter();
  const [open, setOpen] = useState<Open>();

  function close() {
    setOpen(undefined);
    router.refresh();
  }

  async function setUp() {
    if (hasPassword) return setOpen({ kind: "set-up" });
    try {
      setOpen({ kind: "set-up", begun: await beginTwoStep({}) });
    } catch (error) {
      toast.error(sentenceOf(error));
    }
  }

  return (
    <div className="grid justify-items-start gap-3 text-sm">
      {on ? (
        <>
          <p>
            <Badge tone="success">On</Badge>
            <span className="mt-1 block text-faint text-xs">
              {since ? (
                <>
                  Since <TimeAgo date={since} />.{" "}
                </>
              ) : null}
              {recoveryCodesLeft} recovery {recoveryCodesLeft === 1 ? "code" : "codes"} left.
            </span>
          </p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setOpen({ kind: "renew" })}>New recovery codes</Button>
            <Button onClick={() => setOpen({ kind: "turn-off" })}>Turn off</Button>
          </div>
        </>
      ) : (
        <Button onClick={() => void setUp()}>Set up</Button>
      )}
      {open?.kind === "set-up" ? (
        <SetUpDialog hasPassword={hasPassword} begun={open.begun} onClose={close} />
      ) : null}
      {open?.kind === "codes" ? (
        <CodesDialog title="Your new recovery codes" codes={open.codes} onClose={close} />
      ) : null}
      <Dialog open={open?.kind === "turn-off"} onOpenChange={(isOpen) => !isOpen && setOpen(undefined)}>
        <DialogContent
          title="Turn off two-step sign-in"
          description="No code is asked for from then on, and the recovery codes stop working."
          width="small"
        >
          <ProofForm
            hasPassword={hasPassword}
            button="Turn off"
            variant="danger"
            onProof={async (proof) => {
              await turnOffTwoStep(proof);
              toast("Two-step sign-in is off");
              close();
            }}
          />
        </DialogContent>
      </Dialog>
      <Dialog open={open?.kind === "renew"} onOpenChange={(isOpen) => !isOpen && setOpen(undefined)}>
        <DialogContent title="New recovery codes" description="The old ones stop working." width="small">
          <ProofForm
            hasPassword={hasPassword}
            button="Make new codes"
            onProof={async (proof) => {
              setOpen({ kind: "codes", codes: (await renewRecoveryCodes(proof)).recoveryCodes });
            }}
          />
        </DialogContent>
      </Dialog>
    </div>
  );
}
