-- AlterTable
ALTER TABLE "plan" ADD COLUMN "nom_normalise" TEXT;

-- As normaliseNom writes the names of plans from now on.
UPDATE "plan" SET "nom_normalise" = lower(btrim(regexp_replace(
    replace(replace(replace(
        regexp_replace(normalize("nom", NFKD), '[\u0300-\u036f]', '', 'g'),
    'œ', 'oe'), 'Œ', 'OE'), '’', ''''),
'\s+', ' ', 'g')));

ALTER TABLE "plan" ALTER COLUMN "nom_normalise" SET NOT NULL;
