-- A token that was only ever mailed shows that whoever has it reads mail to the invited address.
ALTER TABLE "Invitation" ADD COLUMN "mailedHash" TEXT;
CREATE UNIQUE INDEX "Invitation_mailedHash_key" ON "Invitation"("mailedHash");
