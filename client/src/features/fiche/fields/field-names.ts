/** The fields that the page shows, by their names in the API, as a sentence calls them: “Awa a changé … ”. */
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  statut: 'le statut',
  priorite: 'la priorité',
  dateDebut: 'la date de début',
  dateFin: 'la date de fin',
  ameliorationContinue: 'la répétition',
  calendrier: 'le calendrier',
  tempsDeMiseEnOeuvre: 'le temps de mise en œuvre',
  participationCitoyenne: 'la participation citoyenne',
  participationDetail: 'le détail de la participation',
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
  restreinte: 'la visibilité',
  liens: 'les fiches liées',
  indicateurs: 'les indicateurs',
}

/** Fields that tell of each other: a change of one need not be said twice. */
const FOLLOWERS: Readonly<Record<string, string>> = { enRetard: 'statut', sousThematiques: 'thematiques' }

/** What a colleague changed, in words; null when nothing of it is shown on the page as a field. */
export function changedWords(fields: readonly string[]): string | null {
  const leaders = fields.filter((field) => !fields.includes(FOLLOWERS[field] ?? ''))
  const names = leaders.flatMap((field) => FIELD_NAMES[field] ?? [])
  return names.length === 0 ? null : new Intl.ListFormat('fr-FR').format(names)
}
