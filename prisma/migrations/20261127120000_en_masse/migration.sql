-- AlterEnum: the same change given to many fiches, or its undoing.
ALTER TYPE "JournalOrigine" ADD VALUE 'MASSE' AFTER 'PAGE';
