/**
 * What a copy keeps of each type: everything that is of the thing itself, and the ids of what it names. Names that two types give to different things have
 * one of their own here.
 */
const OF_TYPE = {
  Collectivite: 'id uuid siren nom typeDeCollectivite: type timeZone',
  Service: 'id uuid nom collectivite { id }',
  Label: 'id nom',
  Plan: `id uuid nom typeDePlan: type typeAutre niveaux dateDebut dateFin description descriptionMarkdown visibilite collectivite { id }
    champsDuPlan: champsPropres { id nom type choix { id nom } } createdAt updatedAt`,
  Axe: 'id uuid nom position plan { id } parent { id } indicateurs { id }',
  Fiche: `id uuid titre description descriptionMarkdown objectifs objectifsMarkdown moyens moyensMarkdown financements
    financementsMarkdown statut priorite dateDebut dateFin ameliorationContinue calendrier tempsDeMiseEnOeuvre cibles
    participationCitoyenne participationDetail effetsAttendus thematiques { code } sousThematiques { code } services { nom }
    structures { nom } partenaires { nom } instancesGouvernance { nom } tags { nom } mesuresLiees { id code titre }
    champsDeFiche: champsPropres { champId nom type texte nombre date choix { id nom } } budgets { id type unite nature annee montant }
    budgetTotal { type unite nature montant donne } financeurs { id financeurs { nom } montantHt } parent { id } indicateurs { id }
    collectivite { id } restreinte createdAt updatedAt`,
  Placement: 'id uuid position plan { id } axe { id } fiche { id }',
  NoteSuivi: 'id uuid date texte texteMarkdown fiche { id } createdAt',
  Lien: 'id typeDeLien: type fiche { id } autre { id } createdAt',
  Indicateur: `id uuid nom description unite periodicite collectivite { id } createdAt updatedAt
    valeurs(first: 20) { edges { node { periode objectif realise commentaire } } }`,
} as const

export type CopiedType = keyof typeof OF_TYPE

/** @throws Error for a type that is not copied */
export function typeNamed(name: string): CopiedType {
  if (!isCopied(name)) throw new Error(`${name} is not copied`)
  return name
}

const isCopied = (name: string): name is CopiedType => name in OF_TYPE

/** The fields of one type. */
export const fieldsOf = (type: CopiedType): string => `__typename ${OF_TYPE[type]}`

/** Those of each type that a change may be about. */
export const CONTENT = Object.entries(OF_TYPE)
  .map(([type, fields]) => `... on ${type} { ${fields} }`)
  .join('\n')
