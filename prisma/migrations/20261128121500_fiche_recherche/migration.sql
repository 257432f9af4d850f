-- A collectivité and a word in one index: a search reads the rows of those of the viewer alone.
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- CreateTable
CREATE TABLE "fiche_recherche" (
    "fiche_id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "titre" tsvector NOT NULL,
    "textes" tsvector NOT NULL,

    CONSTRAINT "fiche_recherche_pkey" PRIMARY KEY ("fiche_id")
);

-- AddForeignKey
ALTER TABLE "fiche_recherche" ADD CONSTRAINT "fiche_recherche_fiche_id_collectivite_id_fkey" FOREIGN KEY ("fiche_id", "collectivite_id") REFERENCES "fiche"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: the words of a titre, and of all the texts of a fiche. PostgreSQL holds a megabyte of them: texts that would go past it stay
-- out, those of notes first.
CREATE FUNCTION fiche_mots_titre(fiche uuid) RETURNS tsvector LANGUAGE sql STABLE
    RETURN coalesce((SELECT recherche FROM fiche_text WHERE fiche_id = fiche AND field = 'titre'), '');
CREATE FUNCTION fiche_mots(fiche uuid) RETURNS tsvector LANGUAGE plpgsql STABLE AS $$
DECLARE
    mots tsvector := setweight(fiche_mots_titre(fiche), 'A');
    texte tsvector;
BEGIN
    FOR texte IN SELECT recherche FROM fiche_text WHERE fiche_id = fiche AND field <> 'titre' ORDER BY field LIKE 'note:%', field LOOP
        BEGIN
            mots := mots || texte;
        EXCEPTION WHEN program_limit_exceeded THEN
            CONTINUE;
        END;
    END LOOP;
    RETURN mots;
END
$$;

INSERT INTO fiche_recherche (fiche_id, collectivite_id, titre, textes)
SELECT id, collectivite_id, fiche_mots_titre(id), fiche_mots(id) FROM fiche WHERE id IN (SELECT fiche_id FROM fiche_text);

-- CreateIndex
CREATE INDEX "fiche_recherche_collectivite_id_titre_idx" ON "fiche_recherche" USING GIN ("collectivite_id", "titre");

-- CreateIndex
CREATE INDEX "fiche_recherche_collectivite_id_textes_idx" ON "fiche_recherche" USING GIN ("collectivite_id", "textes");

-- Rows are held in the order of their ids before their texts are read: of two transactions that change texts of one fiche, the second
-- waits, and then sees what both wrote.
CREATE FUNCTION fiche_recherche_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    fiches uuid[] := ARRAY(SELECT DISTINCT fiche_id FROM texte);
BEGIN
    IF fiches = '{}' THEN
        RETURN NULL;
    END IF;
    INSERT INTO fiche_recherche (fiche_id, collectivite_id, titre, textes)
    SELECT id, collectivite_id, '', '' FROM fiche WHERE id = ANY (fiches) ORDER BY id
    ON CONFLICT (fiche_id) DO NOTHING;
    PERFORM 1 FROM fiche_recherche WHERE fiche_id = ANY (fiches) ORDER BY fiche_id FOR NO KEY UPDATE;
    UPDATE fiche_recherche SET titre = fiche_mots_titre(fiche_id), textes = fiche_mots(fiche_id) WHERE fiche_id = ANY (fiches);
    RETURN NULL;
END
$$;
CREATE TRIGGER fiche_recherche_insert AFTER INSERT ON fiche_text REFERENCING NEW TABLE AS texte
    FOR EACH STATEMENT EXECUTE FUNCTION fiche_recherche_follow();
CREATE TRIGGER fiche_recherche_update AFTER UPDATE ON fiche_text REFERENCING NEW TABLE AS texte
    FOR EACH STATEMENT EXECUTE FUNCTION fiche_recherche_follow();
CREATE TRIGGER fiche_recherche_delete AFTER DELETE ON fiche_text REFERENCING OLD TABLE AS texte
    FOR EACH STATEMENT EXECUTE FUNCTION fiche_recherche_follow();
