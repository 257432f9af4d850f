/** The fields of one value, by their names in the API, as a sentence calls them: the last to write one wins. */
const SINGLE_NAMES: Readonly<Record<string, string>> = {
  statut: 'le statut',
  priorite: 'la priorité',
  dateDebut: 'la date de début',
  dateFin: 'la date de fin',
  ameliorationContinue: 'la répétition',
  calendrier: 'le calendrier',
  tempsDeMiseEnOeuvre: 'le temps de mise en œuvre',
  participationCitoyenne: 'la participation citoyenne',
  participationDetail: 'le détail de la participation',
  poids: 'le poids',
  restreinte: 'la visibilité',
}

/** Sets and lists, where what two people do at once is kept. */
const LIST_NAMES: Readonly<Record<string, string>> = {
  services: 'les services pilotes',
  pilotes: 'les pilotes',
  referents: 'les référents',
  structures: 'les structures',
  partenaires: 'les partenaires',
  instancesGouvernance: 'les instances de gouvernance',
  tags: 'les étiquettes',
  cibles: 'les cibles',
  effetsAttendus: 'les effets attendus',
  thematiques: 'les thématiques',
  sousThematiques: 'les sous-thématiques',
  liens: 'les fiches liées',
  indicateurs: 'les indicateurs',
  placements: 'les emplacements',
  budgets: 'le budget',
  financeurs: 'les financeurs',
  mesuresLiees: 'les mesures liées',
  sousActions: 'les sous-actions',
  champsPropres: 'les champs du plan',
}

/**
 * What a colleague's page says of a change: all but the live texts, titre included, and the notes, whose words come with the
 * caret and the name of who writes them.
 */
const FIELD_NAMES: Readonly<Record<string, string>> = { ...SINGLE_NAMES, ...LIST_NAMES }

/** Fields that tell of each other: a change of one need not be said twice. */
const FOLLOWERS: Readonly<Record<string, string>> = { sousThematiques: 'thematiques', placements: 'parent' }

/** How many things a notice names; more are counted. */
const MAX_NAMED = 2

/** Whether a field holds one value, which a colleague's replaces. */
export function isSingle(field: string): boolean {
  return field in SINGLE_NAMES
}

/** What a colleague changed, in words; null when nothing of it is told. */
export function changedWords(fields: readonly string[]): string | null {
  const leaders = fields.filter((field) => !fields.includes(FOLLOWERS[field] ?? ''))
  const names = leaders.flatMap((field) => FIELD_NAMES[field] ?? [])
  if (names.length === 0) return null
  return names.length > MAX_NAMED ? `${names.length} champs` : new Intl.ListFormat('fr-FR').format(names)
}
