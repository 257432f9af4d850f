-- CreateEnum
CREATE TYPE "FeedAudience" AS ENUM ('TOUT', 'AGENT', 'PUBLIC');

-- CreateTable
CREATE TABLE "feed" (
    "id" UUID NOT NULL,
    "audience" "FeedAudience" NOT NULL,
    "collectivite_id" UUID,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "epoch" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed_entry" (
    "type" TEXT NOT NULL,
    "objet_id" UUID NOT NULL,
    "feed_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "shown" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feed_entry_pkey" PRIMARY KEY ("type","objet_id","feed_id")
);

-- CreateTable
CREATE TABLE "feed_touch" (
    "id" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "objet_id" UUID NOT NULL,
    "via_type" TEXT,
    "via_id" UUID,

    CONSTRAINT "feed_touch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "feed_entry_feed_id_seq_key" ON "feed_entry"("feed_id", "seq");

-- AddForeignKey
ALTER TABLE "feed" ADD CONSTRAINT "feed_collectivite_id_fkey" FOREIGN KEY ("collectivite_id") REFERENCES "collectivite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed_entry" ADD CONSTRAINT "feed_entry_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: one feed of each audience of a collectivité, and one of what anybody reads.
CREATE UNIQUE INDEX "feed_collectivite_id_audience_key" ON "feed"("collectivite_id", "audience") NULLS NOT DISTINCT;
ALTER TABLE "feed" ADD CONSTRAINT "feed_public_check" CHECK (("audience" = 'PUBLIC') = ("collectivite_id" IS NULL));

-- A first reading passes over what is gone without looking at it.
CREATE INDEX "feed_entry_shown_idx" ON "feed_entry"("feed_id", "seq") WHERE "shown";

-- Notes which followed things a statement may have changed to those who read them: a function and a trigger for each kind of statement, as
-- the journal has (migration journal). It only inserts: two transactions never wait for each other here.
--   touches  SQL, of a row r: type, objet_id, via_type, via_id. With a via, what changed is seen by those who see that; with a via_type
--            and no via_id, nothing of it changed, but who sees it may have.
-- It stays for the tables that later migrations create: each is followed there, or named as not to be (domain/feed/followed-tables.ts).
CREATE PROCEDURE follow_table(relation text, touches text) LANGUAGE plpgsql AS $procedure$
DECLARE
    operation text;
BEGIN
    FOREACH operation IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
        EXECUTE format($function$
CREATE FUNCTION %1$I() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    INSERT INTO feed_touch (type, objet_id, via_type, via_id)
    SELECT DISTINCT t.* FROM (%2$s) r CROSS JOIN LATERAL (%3$s) AS t(type, objet_id, via_type, via_id)
    WHERE t.objet_id IS NOT NULL;
    RETURN NULL;
END
$body$
        $function$, format('feed_%s_%s', relation, operation),
            CASE operation
                WHEN 'insert' THEN 'SELECT * FROM nouveau'
                WHEN 'delete' THEN 'SELECT * FROM ancien'
                ELSE 'SELECT * FROM ancien UNION ALL SELECT * FROM nouveau'
            END, touches);
        EXECUTE format(
            'CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s FOR EACH STATEMENT EXECUTE FUNCTION %I()',
            'feed_' || operation, operation, relation,
            CASE operation
                WHEN 'insert' THEN 'NEW TABLE AS nouveau'
                WHEN 'delete' THEN 'OLD TABLE AS ancien'
                ELSE 'OLD TABLE AS ancien NEW TABLE AS nouveau'
            END,
            format('feed_%s_%s', relation, operation)
        );
    END LOOP;
END
$procedure$;

-- What the collectivité shares. A name is read in the fiches that bear it.
CALL follow_table('collectivite', $$SELECT 'Collectivite', r.id, NULL::text, NULL::uuid$$);
CALL follow_table('service', $$SELECT 'Service', r.id, NULL::text, NULL::uuid
    UNION ALL SELECT 'Fiche', fiche_id, NULL, NULL FROM fiche_service WHERE service_id = r.id$$);
CALL follow_table('label', $$SELECT 'Label', r.id, NULL::text, NULL::uuid
    UNION ALL SELECT 'Fiche', fiche_id, NULL, NULL FROM fiche_label WHERE label_id = r.id
    UNION ALL SELECT 'Fiche', l.fiche_id, NULL, NULL FROM ligne_financeur_label f JOIN ligne_financeur l ON l.id = f.ligne_id WHERE f.label_id = r.id$$);

-- Plans. A plan's own fields are read in the plan, and in the fiches that it holds.
CALL follow_table('plan', $$SELECT 'Plan', r.id, NULL::text, NULL::uuid$$);
CALL follow_table('plan_text', $$SELECT 'Plan', r.plan_id, NULL::text, NULL::uuid WHERE r.field = 'description'$$);
CALL follow_table('champ_propre', $$SELECT 'Plan', r.plan_id, NULL::text, NULL::uuid
    UNION ALL SELECT 'Fiche', fiche_id, 'Plan', r.plan_id FROM placement WHERE plan_id = r.plan_id$$);
CALL follow_table('champ_propre_choix', $$SELECT 'Plan', plan_id, NULL::text, NULL::uuid FROM champ_propre WHERE id = r.champ_id
    UNION ALL SELECT 'Fiche', v.fiche_id, 'Plan', c.plan_id FROM champ_propre_valeur v JOIN champ_propre c ON c.id = v.champ_id
        WHERE v.choix_id = r.id$$);
CALL follow_table('champ_propre_valeur', $$SELECT 'Fiche', r.fiche_id, 'Plan'::text, plan_id FROM champ_propre WHERE id = r.champ_id$$);
CALL follow_table('axe', $$SELECT 'Axe', r.id, NULL::text, NULL::uuid$$);
CALL follow_table('axe_indicateur', $$SELECT 'Axe', r.axe_id, 'Indicateur'::text, r.indicateur_id
    UNION ALL SELECT 'Indicateur', r.indicateur_id, 'Indicateur', NULL$$);
CALL follow_table('placement', $$SELECT 'Placement', r.id, NULL::text, NULL::uuid
    UNION ALL SELECT 'Fiche', r.fiche_id, 'Placement', r.id$$);

-- Fiches.
CALL follow_table('fiche', $$SELECT 'Fiche', r.id, NULL::text, NULL::uuid$$);
CALL follow_table('fiche_text', $$SELECT 'Fiche', r.fiche_id, NULL::text, NULL::uuid WHERE r.field NOT LIKE 'note:%'
    UNION ALL SELECT 'NoteSuivi', id, NULL, NULL FROM note_suivi WHERE 'note:' || id = r.field AND fiche_id = r.fiche_id$$);
CALL follow_table('fiche_service', $$SELECT 'Fiche', r.fiche_id, NULL::text, NULL::uuid$$);
CALL follow_table('fiche_label', $$SELECT 'Fiche', r.fiche_id, NULL::text, NULL::uuid$$);
CALL follow_table('fiche_cible', $$SELECT 'Fiche', r.fiche_id, NULL::text, NULL::uuid$$);
CALL follow_table('fiche_effet_attendu', $$SELECT 'Fiche', r.fiche_id, NULL::text, NULL::uuid$$);
CALL follow_table('fiche_thematique', $$SELECT 'Fiche', r.fiche_id, NULL::text, NULL::uuid$$);
CALL follow_table('fiche_sous_thematique', $$SELECT 'Fiche', r.fiche_id, NULL::text, NULL::uuid$$);
CALL follow_table('mesure_liee', $$SELECT 'Fiche', r.fiche_id, NULL::text, NULL::uuid$$);
CALL follow_table('ligne_budget', $$SELECT 'Fiche', r.fiche_id, NULL::text, NULL::uuid$$);
CALL follow_table('ligne_financeur', $$SELECT 'Fiche', r.fiche_id, NULL::text, NULL::uuid$$);
CALL follow_table('ligne_financeur_label', $$SELECT 'Fiche', fiche_id, NULL::text, NULL::uuid FROM ligne_financeur WHERE id = r.ligne_id$$);
CALL follow_table('fiche_indicateur', $$SELECT 'Fiche', r.fiche_id, 'Indicateur'::text, r.indicateur_id
    UNION ALL SELECT 'Indicateur', r.indicateur_id, 'Indicateur', NULL$$);
CALL follow_table('note_suivi', $$SELECT 'NoteSuivi', r.id, NULL::text, NULL::uuid$$);
CALL follow_table('lien', $$SELECT 'Lien', r.id, NULL::text, NULL::uuid$$);

-- Indicateurs.
CALL follow_table('indicateur', $$SELECT 'Indicateur', r.id, NULL::text, NULL::uuid$$);
CALL follow_table('indicateur_valeur', $$SELECT 'Indicateur', r.indicateur_id, NULL::text, NULL::uuid$$);

-- What is there already.
INSERT INTO "feed_touch" ("type", "objet_id")
    SELECT 'Collectivite', id FROM collectivite
    UNION ALL SELECT 'Service', id FROM service
    UNION ALL SELECT 'Label', id FROM label
    UNION ALL SELECT 'Plan', id FROM plan
    UNION ALL SELECT 'Axe', id FROM axe
    UNION ALL SELECT 'Fiche', id FROM fiche
    UNION ALL SELECT 'Placement', id FROM placement
    UNION ALL SELECT 'NoteSuivi', id FROM note_suivi
    UNION ALL SELECT 'Lien', id FROM lien
    UNION ALL SELECT 'Indicateur', id FROM indicateur;
