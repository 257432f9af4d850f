-- CreateTable
CREATE TABLE "document_writing" (
    "document_id" UUID NOT NULL,
    "client_id" BIGINT NOT NULL,
    "clock" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_writing_pkey" PRIMARY KEY ("document_id","client_id","clock")
);

-- AddForeignKey
ALTER TABLE "document_writing" ADD CONSTRAINT "document_writing_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "live_document"("id") ON DELETE CASCADE ON UPDATE CASCADE;
