-- CreateTable
CREATE TABLE "document_version" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "content" BYTEA NOT NULL,
    "author_ids" UUID[],
    "added" INTEGER NOT NULL,
    "removed" INTEGER NOT NULL,
    "length" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "state_vector" BYTEA,

    CONSTRAINT "document_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "document_version_document_id_seq_key" ON "document_version"("document_id", "seq");

-- AddForeignKey
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "live_document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Deflated already: compressing it again costs time and gains nothing.
ALTER TABLE "document_version" ALTER COLUMN "content" SET STORAGE EXTERNAL;
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_check"
    CHECK ("seq" > 0 AND "added" >= 0 AND "removed" >= 0 AND "length" >= 0 AND "started_at" <= "ended_at");
