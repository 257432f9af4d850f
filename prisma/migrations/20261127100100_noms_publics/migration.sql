-- AlterTable
ALTER TABLE "collectivite" ADD COLUMN     "noms_publics" BOOLEAN NOT NULL DEFAULT false;
