-- AlterTable
ALTER TABLE "sync_ticket" ADD COLUMN     "membre_id" UUID;

-- CreateIndex
CREATE INDEX "sync_ticket_membre_id_idx" ON "sync_ticket"("membre_id");

-- AddForeignKey
ALTER TABLE "sync_ticket" ADD CONSTRAINT "sync_ticket_membre_id_fkey" FOREIGN KEY ("membre_id") REFERENCES "membre"("id") ON DELETE CASCADE ON UPDATE CASCADE;
