-- How far a projection is, apart from the row that whoever appends to the log holds: neither waits for the other.
-- CreateTable
CREATE TABLE "document_projection" (
    "document_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "document_projection_pkey" PRIMARY KEY ("document_id")
);

-- AddForeignKey
ALTER TABLE "document_projection" ADD CONSTRAINT "document_projection_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "live_document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "document_projection" ADD CONSTRAINT "document_projection_seq_check" CHECK ("seq" >= 0);

INSERT INTO "document_projection" ("document_id", "seq") SELECT "id", "projected_seq" FROM "live_document";

-- AlterTable: its check goes with the column.
ALTER TABLE "live_document" DROP COLUMN "projected_seq";

ALTER TABLE "live_document" ADD CONSTRAINT "live_document_seq_check" CHECK ("seq" >= 0);
