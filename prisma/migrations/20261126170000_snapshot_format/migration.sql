-- Yjs's encoding of a snapshot: those that are there are in V2; from now on they are written in V1, as clients are sent them.
-- AlterTable
ALTER TABLE "document_snapshot" ADD COLUMN "format" SMALLINT NOT NULL DEFAULT 2;

ALTER TABLE "document_snapshot" ALTER COLUMN "format" SET DEFAULT 1;

ALTER TABLE "document_snapshot" ADD CONSTRAINT "document_snapshot_format_check" CHECK ("format" IN (1, 2));
