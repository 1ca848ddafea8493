"use client";

import { Button } from "../ui/button";
import { CopyBox } from "../ui/copy-box";
import { Dialog, DialogContent } from "../ui/dialog";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "../ui/tabs";
import { VERIFY_SAMPLES } from "./verify-samples";

export type SecretDialogProps = {
  /** null: closed. */
  secret: string | null;
  onClose: () => void;
};

/** Shows what an endpoint's deliveries are signed with, and programs that verify them. */
export function SecretDialog({ secret, onClose }: SecretDialogProps) {
  return (
    <Dialog open={secret !== null} onOpenChange={(open) => open || onClose()}>
      <DialogContent
        title="Signing secret"
        description="Deliveries are signed with it. Keep it where your program finds it, and nowhere else."
        width="large"
        footer={
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        }
      >
        <div className="grid gap-5">
          <CopyBox label="Secret" button="Copy secret" text={secret ?? ""} />
          <section aria-label="Verify deliveries">
            <Tabs defaultValue={VERIFY_SAMPLES[0].language}>
              <TabsList aria-label="Language">
                {VERIFY_SAMPLES.map(({ language }) => (
                  <TabsTrigger key={language} value={language}>
                    {language}
                  </TabsTrigger>
                ))}
              </TabsList>
              {VERIFY_SAMPLES.map(({ language, text }) => (
                <TabsContent key={language} value={language} className="pt-3">
                  <CopyBox label="Verify deliveries" button="Copy program" text={text} tall />
                </TabsContent>
              ))}
            </Tabs>
          </section>
        </div>
      </DialogContent>
    </Dialog>
  );
}
