-- CreateEnum
CREATE TYPE "JournalOrigine" AS ENUM ('PAGE', 'IMPORT', 'SYSTEME');

-- CreateEnum
CREATE TYPE "JournalOperation" AS ENUM ('CREATION', 'CHANGEMENT', 'SUPPRESSION');

-- CreateTable
CREATE TABLE "journal_entry" (
    "acte" UUID NOT NULL,
    "rang" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "user_id" UUID,
    "origine" "JournalOrigine" NOT NULL,
    "operation" "JournalOperation" NOT NULL,
    "relation" TEXT NOT NULL,
    "cle" JSONB NOT NULL,
    "avant" JSONB,
    "apres" JSONB,
    "fiche_id" UUID,
    "autre_fiche_id" UUID,
    "plan_id" UUID,
    "indicateur_id" UUID,
    "incomplet" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("acte","rang")
);

-- CreateIndex
CREATE INDEX "journal_entry_collectivite_id_at_acte_rang_idx" ON "journal_entry"("collectivite_id", "at", "acte", "rang");

-- CreateIndex
CREATE INDEX "journal_entry_at_idx" ON "journal_entry" USING BRIN ("at");

-- CreateIndex
CREATE INDEX "journal_entry_fiche_id_at_idx" ON "journal_entry"("fiche_id", "at");

-- CreateIndex
CREATE INDEX "journal_entry_autre_fiche_id_at_idx" ON "journal_entry"("autre_fiche_id", "at");

-- CreateIndex
CREATE INDEX "journal_entry_plan_id_at_idx" ON "journal_entry"("plan_id", "at");

-- CreateIndex
CREATE INDEX "journal_entry_indicateur_id_at_idx" ON "journal_entry"("indicateur_id", "at");

-- CreateIndex
CREATE INDEX "journal_entry_user_id_at_idx" ON "journal_entry"("user_id", "at");

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_collectivite_id_fkey" FOREIGN KEY ("collectivite_id") REFERENCES "collectivite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_fiche_id_fkey" FOREIGN KEY ("fiche_id") REFERENCES "fiche"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_autre_fiche_id_fkey" FOREIGN KEY ("autre_fiche_id") REFERENCES "fiche"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_indicateur_id_fkey" FOREIGN KEY ("indicateur_id") REFERENCES "indicateur"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What an act is told by its transaction: `pupitre.acte` (a uuid), `pupitre.auteur` (a user's id, or empty) and `pupitre.origine`. One that tells
-- nothing is the system's, and draws its uuid with its first entry.
CREATE FUNCTION journal_acte() RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
    told text := current_setting('pupitre.acte', true);
BEGIN
    IF told IS NULL OR told = '' THEN
        told := gen_random_uuid()::text;
        PERFORM set_config('pupitre.acte', told, true);
    END IF;
    RETURN told::uuid;
END
$$;

-- Numbers the next `count` entries of an act: answers the first.
CREATE FUNCTION journal_rangs(count integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    first integer := coalesce(nullif(current_setting('pupitre.rang', true), '')::integer, 0);
BEGIN
    PERFORM set_config('pupitre.rang', (first + count)::text, true);
    RETURN first;
END
$$;

-- The columns that say something, of those which differ. Without `other`, the row was created or taken away: all that are not empty.
CREATE FUNCTION journal_columns(side jsonb, other jsonb, ignored text[], masked text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN side IS NULL THEN NULL
        WHEN other IS NULL THEN jsonb_strip_nulls(side - ignored - masked)
        ELSE (
            SELECT jsonb_object_agg(key, CASE WHEN key = ANY (masked) THEN 'null'::jsonb ELSE value END)
            FROM jsonb_each(side)
            WHERE value IS DISTINCT FROM other -> key AND NOT key = ANY (ignored)
        )
    END
$$;

-- Journalises a table: writes, for each kind of statement, a function with the statement that writes its entries, which PostgreSQL plans
-- once per connection, and its trigger.
--   cle      columns of the primary key
--   scope    SQL, of a row r: collectivite_id, fiche_id, autre_fiche_id, plan_id, indicateur_id
--   noms     SQL, of a row r: a jsonb of the names that its references have
--   ignored  columns that say nothing to anybody
--   masked   columns whose values are not kept
--   requis   how many things a row joins: an entry that lacks one, which goes for good with it, is the admins' only
-- It stays for the tables that later migrations create: each is journalised there, or named as not to be (domain/journal/journalised.ts).
-- Nothing is written of a collectivité that is going; what went with its fiche, plan or indicateur names it in its key only.
CREATE PROCEDURE journalise_table(relation text, cle text, scope text, noms text DEFAULT 'NULL::jsonb', ignored text DEFAULT '', masked text DEFAULT '', requis integer DEFAULT 0)
LANGUAGE plpgsql AS $procedure$
DECLARE
    keys text[] := string_to_array(cle, ',');
    silent text[] := string_to_array('created_at,updated_at,created_by_id,updated_by_id,' || ignored, ',') || keys;
    hidden text[] := string_to_array(masked, ',');
    operation text;
    source text;
BEGIN
    FOREACH operation IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
        source := CASE operation
            WHEN 'insert' THEN 'SELECT NULL::jsonb AS avant, to_jsonb(n) AS apres FROM nouveau n'
            WHEN 'delete' THEN 'SELECT to_jsonb(o) AS avant, NULL::jsonb AS apres FROM ancien o'
            ELSE 'SELECT to_jsonb(o) AS avant, to_jsonb(n) AS apres FROM ancien o FULL JOIN nouveau n ON '
                || (SELECT string_agg(format('o.%1$I = n.%1$I', key), ' AND ') FROM unnest(keys) AS key)
        END;
        EXECUTE format($function$
CREATE FUNCTION %1$I() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    WITH source AS MATERIALIZED (%2$s), entry AS MATERIALIZED (
        SELECT
            s.*,
            source.avant AS ligne_avant,
            source.apres AS ligne_apres,
            journal_columns(source.avant, source.apres, %3$L, %4$L) AS avant,
            journal_columns(source.apres, source.avant, %3$L, %4$L) AS apres
        FROM source
        CROSS JOIN LATERAL jsonb_populate_record(NULL::%5$I, coalesce(source.apres, source.avant)) AS r
        CROSS JOIN LATERAL (SELECT %6$s) AS s(collectivite_id, fiche_id, autre_fiche_id, plan_id, indicateur_id)
    ), kept AS MATERIALIZED (
        SELECT * FROM entry
        WHERE (ligne_avant IS NULL OR ligne_apres IS NULL OR avant IS NOT NULL)
            AND EXISTS (SELECT 1 FROM collectivite WHERE id = entry.collectivite_id)
    ), numbered AS MATERIALIZED (
        SELECT journal_rangs(count(*)::integer) AS first FROM kept
    )
    INSERT INTO journal_entry
        (acte, rang, at, user_id, origine, operation, relation, cle, avant, apres, collectivite_id, fiche_id, autre_fiche_id, plan_id, indicateur_id, incomplet)
    SELECT
        journal_acte(),
        numbered.first + row_number() OVER () - 1,
        now(),
        nullif(current_setting('pupitre.auteur', true), '')::uuid,
        coalesce(nullif(current_setting('pupitre.origine', true), ''), 'SYSTEME')::"JournalOrigine",
        (CASE WHEN ligne_avant IS NULL THEN 'CREATION' WHEN ligne_apres IS NULL THEN 'SUPPRESSION' ELSE 'CHANGEMENT' END)::"JournalOperation",
        %7$L,
        (SELECT jsonb_object_agg(key, coalesce(ligne_apres, ligne_avant) -> key) FROM unnest(%8$L::text[]) AS key),
        avant || coalesce((SELECT jsonb_strip_nulls(%9$s) FROM jsonb_populate_record(NULL::%5$I, ligne_avant) r), '{}'),
        apres || coalesce((SELECT jsonb_strip_nulls(%9$s) FROM jsonb_populate_record(NULL::%5$I, ligne_apres) r), '{}'),
        collectivite_id,
        (SELECT id FROM fiche WHERE id = fiche_id),
        (SELECT id FROM fiche WHERE id = autre_fiche_id),
        (SELECT id FROM plan WHERE id = plan_id),
        (SELECT id FROM indicateur WHERE id = indicateur_id),
        num_nonnulls(
            (SELECT id FROM fiche WHERE id = fiche_id), (SELECT id FROM fiche WHERE id = autre_fiche_id),
            (SELECT id FROM plan WHERE id = plan_id), (SELECT id FROM indicateur WHERE id = indicateur_id)
        ) < %10$L::integer
    FROM kept, numbered;
    RETURN NULL;
END
$body$
        $function$, format('journal_%s_%s', relation, operation), source, silent, hidden, relation, scope, relation, keys, noms, requis);
        EXECUTE format(
            'CREATE TRIGGER %I AFTER %s ON %I REFERENCING %s FOR EACH STATEMENT EXECUTE FUNCTION %I()',
            'journal_' || operation, operation, relation,
            CASE operation
                WHEN 'insert' THEN 'NEW TABLE AS nouveau'
                WHEN 'delete' THEN 'OLD TABLE AS ancien'
                ELSE 'OLD TABLE AS ancien NEW TABLE AS nouveau'
            END,
            format('journal_%s_%s', relation, operation)
        );
    END LOOP;
END
$procedure$;

-- People and what they belong to.
CALL journalise_table('collectivite', 'id', 'r.id, NULL::uuid, NULL::uuid, NULL::uuid, NULL::uuid');
CALL journalise_table('membre', 'id', 'r.collectivite_id, NULL::uuid, NULL::uuid, NULL::uuid, NULL::uuid', ignored => 'collectivite_id');
CALL journalise_table('membre_service', 'membre_id,service_id', 'r.collectivite_id, NULL::uuid, NULL::uuid, NULL::uuid, NULL::uuid',
    'jsonb_build_object(''service_id:nom'', (SELECT nom FROM service WHERE id = r.service_id))', 'collectivite_id');
CALL journalise_table('personne', 'id', 'r.collectivite_id, NULL::uuid, NULL::uuid, NULL::uuid, NULL::uuid',
    ignored => 'collectivite_id,nom_normalise', masked => 'nom');
CALL journalise_table('service', 'id', 'r.collectivite_id, NULL::uuid, NULL::uuid, NULL::uuid, NULL::uuid', ignored => 'collectivite_id,nom_normalise');
CALL journalise_table('label', 'id', 'r.collectivite_id, NULL::uuid, NULL::uuid, NULL::uuid, NULL::uuid', ignored => 'collectivite_id,nom_normalise');
CALL journalise_table('invitation', 'id', 'r.collectivite_id, NULL::uuid, NULL::uuid, NULL::uuid, NULL::uuid',
    ignored => 'collectivite_id,token_hash,invited_by_id,sent_at,send_refusal', masked => 'email');
CALL journalise_table('invitation_service', 'invitation_id,service_id', 'r.collectivite_id, NULL::uuid, NULL::uuid, NULL::uuid, NULL::uuid',
    'jsonb_build_object(''service_id:nom'', (SELECT nom FROM service WHERE id = r.service_id))', 'collectivite_id');
CALL journalise_table('invitation_personne', 'invitation_id,personne_id', 'r.collectivite_id, NULL::uuid, NULL::uuid, NULL::uuid, NULL::uuid', ignored => 'collectivite_id');

-- Plans. What is put into the corbeille carries the id of the act.
CALL journalise_table('suppression', 'id', $sql$r.collectivite_id,
    CASE r.kind WHEN 'FICHE' THEN r.objet_id WHEN 'NOTE' THEN (SELECT fiche_id FROM note_suivi WHERE id = r.objet_id) END, NULL::uuid,
    CASE r.kind WHEN 'PLAN' THEN r.objet_id WHEN 'AXE' THEN (SELECT plan_id FROM axe WHERE id = r.objet_id) END,
    CASE r.kind WHEN 'INDICATEUR' THEN r.objet_id END$sql$, ignored => 'collectivite_id,deleted_by_id');
CALL journalise_table('plan', 'id', 'r.collectivite_id, NULL::uuid, NULL::uuid, r.id, NULL::uuid', ignored => 'collectivite_id,nom_normalise');
CALL journalise_table('plan_pilote', 'plan_id,personne_id', 'r.collectivite_id, NULL::uuid, NULL::uuid, r.plan_id, NULL::uuid', ignored => 'collectivite_id');
CALL journalise_table('plan_referent', 'plan_id,personne_id', 'r.collectivite_id, NULL::uuid, NULL::uuid, r.plan_id, NULL::uuid', ignored => 'collectivite_id');
CALL journalise_table('champ_propre', 'id', '(SELECT collectivite_id FROM plan WHERE id = r.plan_id), NULL::uuid, NULL::uuid, r.plan_id, NULL::uuid',
    ignored => 'plan_id');
CALL journalise_table('champ_propre_choix', 'id',
    $sql$(SELECT p.collectivite_id FROM champ_propre c JOIN plan p ON p.id = c.plan_id WHERE c.id = r.champ_id), NULL::uuid, NULL::uuid,
    (SELECT plan_id FROM champ_propre WHERE id = r.champ_id), NULL::uuid$sql$,
    $sql$jsonb_build_object('champ_id:nom', (SELECT nom FROM champ_propre WHERE id = r.champ_id))$sql$);
CALL journalise_table('axe', 'id', '(SELECT collectivite_id FROM plan WHERE id = r.plan_id), NULL::uuid, NULL::uuid, r.plan_id, NULL::uuid',
    'jsonb_build_object(''parent_id:nom'', (SELECT nom FROM axe WHERE id = r.parent_id))');
CALL journalise_table('axe_indicateur', 'axe_id,indicateur_id',
    $sql$(SELECT collectivite_id FROM indicateur WHERE id = r.indicateur_id), NULL::uuid, NULL::uuid, (SELECT plan_id FROM axe WHERE id = r.axe_id), r.indicateur_id$sql$,
    $sql$jsonb_build_object('axe_id:nom', (SELECT nom FROM axe WHERE id = r.axe_id), 'indicateur_id:nom', (SELECT nom FROM indicateur WHERE id = r.indicateur_id))$sql$, requis => 2);
CALL journalise_table('placement', 'id', 'r.collectivite_id, r.fiche_id, NULL::uuid, r.plan_id, NULL::uuid',
    $sql$jsonb_build_object('axe_id:nom', (SELECT nom FROM axe WHERE id = r.axe_id), 'plan_id:nom', (SELECT nom FROM plan WHERE id = r.plan_id))$sql$,
    'collectivite_id', requis => 2);

-- Fiches. `titre` is a projection of the live text, whose own entries tell its changes.
CALL journalise_table('fiche', 'id', 'r.collectivite_id, r.id, NULL::uuid, NULL::uuid, NULL::uuid', ignored => 'collectivite_id,titre,titre_seq');
CALL journalise_table('fiche_service', 'fiche_id,service_id', 'r.collectivite_id, r.fiche_id, NULL::uuid, NULL::uuid, NULL::uuid',
    'jsonb_build_object(''service_id:nom'', (SELECT nom FROM service WHERE id = r.service_id))', 'collectivite_id');
CALL journalise_table('fiche_pilote', 'fiche_id,personne_id', 'r.collectivite_id, r.fiche_id, NULL::uuid, NULL::uuid, NULL::uuid', ignored => 'collectivite_id');
CALL journalise_table('fiche_referent', 'fiche_id,personne_id', 'r.collectivite_id, r.fiche_id, NULL::uuid, NULL::uuid, NULL::uuid', ignored => 'collectivite_id');
CALL journalise_table('fiche_label', 'fiche_id,label_id', 'r.collectivite_id, r.fiche_id, NULL::uuid, NULL::uuid, NULL::uuid',
    'jsonb_build_object(''label_id:nom'', (SELECT nom FROM label WHERE id = r.label_id))', 'collectivite_id');
CALL journalise_table('fiche_cible', 'fiche_id,cible', '(SELECT collectivite_id FROM fiche WHERE id = r.fiche_id), r.fiche_id, NULL::uuid, NULL::uuid, NULL::uuid');
CALL journalise_table('fiche_effet_attendu', 'fiche_id,effet', '(SELECT collectivite_id FROM fiche WHERE id = r.fiche_id), r.fiche_id, NULL::uuid, NULL::uuid, NULL::uuid');
CALL journalise_table('fiche_thematique', 'fiche_id,thematique_code', '(SELECT collectivite_id FROM fiche WHERE id = r.fiche_id), r.fiche_id, NULL::uuid, NULL::uuid, NULL::uuid');
CALL journalise_table('fiche_sous_thematique', 'fiche_id,sous_thematique_code', '(SELECT collectivite_id FROM fiche WHERE id = r.fiche_id), r.fiche_id, NULL::uuid, NULL::uuid, NULL::uuid',
    ignored => 'thematique_code');
CALL journalise_table('mesure_liee', 'id', '(SELECT collectivite_id FROM fiche WHERE id = r.fiche_id), r.fiche_id, NULL::uuid, NULL::uuid, NULL::uuid', ignored => 'fiche_id');
CALL journalise_table('ligne_budget', 'id', '(SELECT collectivite_id FROM fiche WHERE id = r.fiche_id), r.fiche_id, NULL::uuid, NULL::uuid, NULL::uuid', ignored => 'fiche_id');
CALL journalise_table('ligne_financeur', 'id', 'r.collectivite_id, r.fiche_id, NULL::uuid, NULL::uuid, NULL::uuid', ignored => 'collectivite_id,fiche_id');
CALL journalise_table('ligne_financeur_label', 'ligne_id,label_id',
    'r.collectivite_id, (SELECT fiche_id FROM ligne_financeur WHERE id = r.ligne_id), NULL::uuid, NULL::uuid, NULL::uuid',
    'jsonb_build_object(''label_id:nom'', (SELECT nom FROM label WHERE id = r.label_id))', 'collectivite_id,genre');
CALL journalise_table('champ_propre_valeur', 'fiche_id,champ_id',
    $sql$(SELECT collectivite_id FROM fiche WHERE id = r.fiche_id), r.fiche_id, NULL::uuid, (SELECT plan_id FROM champ_propre WHERE id = r.champ_id), NULL::uuid$sql$,
    $sql$jsonb_build_object('champ_id:nom', (SELECT nom FROM champ_propre WHERE id = r.champ_id), 'choix_id:nom', (SELECT nom FROM champ_propre_choix WHERE id = r.choix_id))$sql$, requis => 2);
CALL journalise_table('note_suivi', 'id', '(SELECT collectivite_id FROM fiche WHERE id = r.fiche_id), r.fiche_id, NULL::uuid, NULL::uuid, NULL::uuid', ignored => 'fiche_id');
CALL journalise_table('lien', 'id', '(SELECT collectivite_id FROM fiche WHERE id = r.fiche_id), r.fiche_id, r.autre_id, NULL::uuid, NULL::uuid', requis => 2);
CALL journalise_table('fiche_indicateur', 'fiche_id,indicateur_id', 'r.collectivite_id, r.fiche_id, NULL::uuid, NULL::uuid, r.indicateur_id',
    'jsonb_build_object(''indicateur_id:nom'', (SELECT nom FROM indicateur WHERE id = r.indicateur_id))', 'collectivite_id', requis => 2);

-- Indicateurs.
CALL journalise_table('indicateur', 'id', 'r.collectivite_id, NULL::uuid, NULL::uuid, NULL::uuid, r.id', ignored => 'collectivite_id,nom_normalise');
CALL journalise_table('indicateur_valeur', 'indicateur_id,periode',
    '(SELECT collectivite_id FROM indicateur WHERE id = r.indicateur_id), NULL::uuid, NULL::uuid, NULL::uuid, r.indicateur_id');

-- Never editable: an erased person becomes nobody, what is gone for good is not pointed at any more, a collectivité goes with all that it
-- has, and what has had its time is taken away by whoever says so (`pupitre.retention`).
CREATE FUNCTION journal_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    pointers text[] := ARRAY['user_id', 'fiche_id', 'autre_fiche_id', 'plan_id', 'indicateur_id'];
BEGIN
    IF TG_OP = 'UPDATE'
        AND to_jsonb(NEW) - pointers = to_jsonb(OLD) - pointers
        AND to_jsonb(OLD) @> jsonb_strip_nulls(to_jsonb(NEW))
    THEN
        -- Who could not read what is gone must not read of it because it is.
        NEW.incomplet := OLD.incomplet OR (NEW.fiche_id, NEW.autre_fiche_id, NEW.plan_id, NEW.indicateur_id)
            IS DISTINCT FROM (OLD.fiche_id, OLD.autre_fiche_id, OLD.plan_id, OLD.indicateur_id);
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' AND (
        coalesce(current_setting('pupitre.retention', true), '') = 'on'
        OR NOT EXISTS (SELECT 1 FROM collectivite WHERE id = OLD.collectivite_id)
    ) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'an entry of the journal is not changed'
        USING ERRCODE = 'restrict_violation', TABLE = 'journal_entry', CONSTRAINT = 'journal_never_changed';
END
$$;

CREATE TRIGGER journal_never_changed
    BEFORE UPDATE OR DELETE ON journal_entry
    FOR EACH ROW EXECUTE FUNCTION journal_refuse_change();
