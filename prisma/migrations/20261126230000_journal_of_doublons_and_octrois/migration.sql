CALL journalise_table('doublon_ecarte', 'fiche_id,autre_id',
    '(SELECT collectivite_id FROM fiche WHERE id = r.fiche_id), r.fiche_id, r.autre_id, NULL::uuid, NULL::uuid', requis => 2);
CALL journalise_table('octroi', 'id', 'r.collectivite_id, r.fiche_id, NULL::uuid, r.plan_id, NULL::uuid',
    'jsonb_build_object(''service_id:nom'', (SELECT nom FROM service WHERE id = r.service_id))', 'collectivite_id,fiche_id,plan_id', 'email');
