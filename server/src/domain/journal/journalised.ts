/**
 * Tables whose changes are journalised: what a row is to those who read the journal, and what it is about. An entry is read by those who
 * may read that; what is only about the collectivité, by its admins. `objet`: about whichever it points to.
 */
export const JOURNALISED = {
  collectivite: { objet: 'COLLECTIVITE', sujet: 'collectivite' },
  membre: { objet: 'MEMBRE', sujet: 'collectivite' },
  membre_service: { objet: 'SERVICE_DE_MEMBRE', sujet: 'collectivite' },
  personne: { objet: 'PERSONNE', sujet: 'collectivite' },
  service: { objet: 'SERVICE', sujet: 'collectivite' },
  label: { objet: 'LABEL', sujet: 'collectivite' },
  invitation: { objet: 'INVITATION', sujet: 'collectivite' },
  invitation_service: { objet: 'SERVICE_D_INVITATION', sujet: 'collectivite' },
  invitation_personne: { objet: 'PERSONNE_D_INVITATION', sujet: 'collectivite' },
  api_key: { objet: 'CLE_API', sujet: 'collectivite' },
  webhook: { objet: 'WEBHOOK', sujet: 'collectivite' },
  plan_modele: { objet: 'MODELE_DE_PLAN', sujet: 'collectivite' },
  octroi: { objet: 'OCTROI', sujet: 'collectivite' },
  suppression: { objet: 'CORBEILLE', sujet: 'objet' },
  plan: { objet: 'PLAN', sujet: 'plan' },
  plan_pilote: { objet: 'PILOTE_DE_PLAN', sujet: 'plan' },
  plan_referent: { objet: 'REFERENT_DE_PLAN', sujet: 'plan' },
  champ_propre: { objet: 'CHAMP_PROPRE', sujet: 'plan' },
  champ_propre_choix: { objet: 'CHOIX_DE_CHAMP_PROPRE', sujet: 'plan' },
  axe: { objet: 'AXE', sujet: 'plan' },
  axe_indicateur: { objet: 'INDICATEUR_D_AXE', sujet: 'plan' },
  placement: { objet: 'PLACEMENT', sujet: 'fiche' },
  fiche: { objet: 'FICHE', sujet: 'fiche' },
  fiche_service: { objet: 'SERVICE_DE_FICHE', sujet: 'fiche' },
  fiche_pilote: { objet: 'PILOTE_DE_FICHE', sujet: 'fiche' },
  fiche_referent: { objet: 'REFERENT_DE_FICHE', sujet: 'fiche' },
  fiche_label: { objet: 'LABEL_DE_FICHE', sujet: 'fiche' },
  fiche_cible: { objet: 'CIBLE', sujet: 'fiche' },
  fiche_effet_attendu: { objet: 'EFFET_ATTENDU', sujet: 'fiche' },
  fiche_thematique: { objet: 'THEMATIQUE', sujet: 'fiche' },
  fiche_sous_thematique: { objet: 'SOUS_THEMATIQUE', sujet: 'fiche' },
  mesure_liee: { objet: 'MESURE_LIEE', sujet: 'fiche' },
  ligne_budget: { objet: 'LIGNE_BUDGET', sujet: 'fiche' },
  ligne_financeur: { objet: 'LIGNE_FINANCEUR', sujet: 'fiche' },
  ligne_financeur_label: { objet: 'FINANCEUR', sujet: 'fiche' },
  champ_propre_valeur: { objet: 'VALEUR_DE_CHAMP_PROPRE', sujet: 'fiche' },
  note_suivi: { objet: 'NOTE', sujet: 'fiche' },
  lien: { objet: 'LIEN', sujet: 'fiche' },
  doublon_ecarte: { objet: 'DOUBLON_ECARTE', sujet: 'fiche' },
  fusion: { objet: 'FUSION', sujet: 'fiche' },
  fiche_indicateur: { objet: 'INDICATEUR_DE_FICHE', sujet: 'fiche' },
  indicateur: { objet: 'INDICATEUR', sujet: 'indicateur' },
  indicateur_valeur: { objet: 'VALEUR_D_INDICATEUR', sujet: 'indicateur' },
} as const

/** All that entries are about: rows, and live texts, of which there is an entry per person, field and writing session. */
export const RELATIONS = { ...JOURNALISED, texte: { objet: 'TEXTE', sujet: 'objet' } } as const

export type JournalRelation = keyof typeof RELATIONS
export type JournalObjet = (typeof RELATIONS)[JournalRelation]['objet']
export type JournalSujet = (typeof RELATIONS)[JournalRelation]['sujet']

function isRelation(name: string): name is JournalRelation {
  return Object.hasOwn(RELATIONS, name)
}

/** What entries about a relation are about, to those who read them. */
export function objetOf(relation: string): JournalObjet {
  if (!isRelation(relation)) throw new Error(`nothing is known of entries about ${relation}`)
  return RELATIONS[relation].objet
}

/** The relations of entries about one kind of thing. */
export function relationsAbout(sujet: JournalSujet): string[] {
  return Object.entries(RELATIONS).flatMap(([relation, about]) => (about.sujet === sujet ? [relation] : []))
}

/** The relation whose entries are about such an objet. */
export function relationOf(objet: JournalObjet): string {
  const found = Object.entries(RELATIONS).find(([, about]) => about.objet === objet)
  if (!found) throw new Error(`${objet} is no objet of the journal`)
  return found[0]
}

/** Tables that the journal leaves out, and why. A table of the schema is in one list or the other: a test says so. */
export const NOT_JOURNALISED = {
  journal_entry: 'it is the journal',
  fil: 'what is said is its own account',
  passage: 'what is said is its own account',
  mention: 'what is said is its own account',
  fil_deplace: 'the merge is told, which moved it',
  commentaire: 'what is said is its own account',
  reaction: 'what is said is its own account',
  fil_lecture: 'one’s own',
  live_document: 'live text has entries of its own, one per person, field and session',
  document_update: 'the log of live text',
  document_snapshot: 'live text, stored again',
  document_client: 'live text: who writes under which client',
  document_writing: 'live text: when',
  document_version: 'live text as it was: its own history',
  document_projection: 'live text: how far its projections are',
  fiche_text: 'a projection of live text',
  fiche_recherche: 'the words of a projection of live text',
  plan_text: 'a projection of live text',
  feed: 'what is told of changes, of which the journal is another account',
  feed_entry: 'what is told of changes, of which the journal is another account',
  feed_touch: 'what is told of changes, of which the journal is another account',
  webhook_delivery: 'what was sent to webhooks, forgotten after a month',
  sync_ticket: 'lives for seconds',
  vue: 'how one looks at fiches changes nothing of them',
  membre_pupitre: 'when a member looks at their first page is their own affair',
  thematique: 'reference data, the same everywhere',
  sous_thematique: 'reference data, the same everywhere',
  user: 'a person’s account is of no collectivité',
  session: 'a person’s account is of no collectivité',
  account: 'a person’s account is of no collectivité',
  verification: 'secrets of a moment',
  rate_limit: 'counters',
} as const
