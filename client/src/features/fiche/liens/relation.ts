import type { LienType } from '../../../gql/graphql.ts'

/** What a link says, seen from one of its ends. */
export type Relation = 'LIEE' | 'DOUBLON' | 'CONTRIBUE_A' | 'SOUTENUE_PAR' | 'DEPEND_DE' | 'ATTENDUE_PAR'

/** The relations, in the order of the page: how they are listed, and how a sentence that begins with “Cette fiche” ends. */
export const RELATIONS: readonly { relation: Relation; heading: string; sentence: string }[] = [
  { relation: 'LIEE', heading: 'Liées', sentence: 'est liée à' },
  { relation: 'CONTRIBUE_A', heading: 'Contribue à', sentence: 'contribue à' },
  { relation: 'SOUTENUE_PAR', heading: 'Reçoit la contribution de', sentence: 'reçoit la contribution de' },
  { relation: 'DEPEND_DE', heading: 'Dépend de', sentence: 'dépend de' },
  { relation: 'ATTENDUE_PAR', heading: 'Attendue par', sentence: 'est attendue par' },
  { relation: 'DOUBLON', heading: 'Doublons', sentence: 'fait doublon avec' },
]

const SEEN_FROM_THE_OTHER_END: Record<LienType, Relation> = {
  LIEE: 'LIEE',
  DOUBLON: 'DOUBLON',
  CONTRIBUE_A: 'SOUTENUE_PAR',
  DEPEND_DE: 'ATTENDUE_PAR',
}

interface Ends<Fiche> {
  type: LienType
  fiche: Fiche
  autre: Fiche
}

/** A link as the page of one of its fiches shows it: the relation, and the fiche at the other end. */
export function seenFrom<Fiche extends { id: string }>(
  ficheId: string,
  { type, fiche, autre }: Ends<Fiche>,
): { relation: Relation; fiche: Fiche } {
  return fiche.id === ficheId ? { relation: type, fiche: autre } : { relation: SEEN_FROM_THE_OTHER_END[type], fiche }
}

/** A fiche at the other end of a link that there is. */
export interface Linked {
  relation: Relation
  ficheId: string
}

/** The fiches that a link of this relation cannot be made to: between two fiches there is one of each type, in one direction. */
export function linkedAlready(relation: Relation, linked: readonly Linked[]): string[] {
  const typeOf = (each: Relation) => linkInput(each, { ficheId: '', autreId: '' }).type
  return linked.filter((each) => typeOf(each.relation) === typeOf(relation)).map(({ ficheId }) => ficheId)
}

/** What to ask the server for: the link from `ficheId` to `autreId` that the relation names. */
export function linkInput(relation: Relation, { ficheId, autreId }: { ficheId: string; autreId: string }) {
  switch (relation) {
    case 'SOUTENUE_PAR':
      return { type: 'CONTRIBUE_A' as const, ficheId: autreId, autreId: ficheId }
    case 'ATTENDUE_PAR':
      return { type: 'DEPEND_DE' as const, ficheId: autreId, autreId: ficheId }
    default:
      return { type: relation, ficheId, autreId }
  }
}
