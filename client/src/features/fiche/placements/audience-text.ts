import type { Audience } from '../../../gql/graphql.ts'
import { counted, fr } from '../../../lib/text/french.ts'

export interface Preview {
  before: Audience
  after: Audience
  readersBefore: number
  readersAfter: number
}

const WHO: Record<Audience, string> = {
  PILOTES: 'ses pilotes, les admins et qui y a reçu un accès',
  ADMINS: 'les admins et qui y a reçu un accès',
  MEMBRES: 'tous les membres de la collectivité',
  TOUS: 'n’importe qui, sans compte aussi',
}

/** Who will read a fiche once placed in a plan, beside who does now. */
export function audienceText({ before, after, readersBefore, readersAfter }: Preview): string {
  if (after === 'TOUS') {
    return before === 'TOUS'
      ? fr`Rien ne change pour qui la lit : ${WHO.TOUS}.`
      : fr`Ce plan est public : la fiche sera lue par ${WHO.TOUS}.`
  }
  const readers = `${WHO[after]} (${counted(readersAfter, 'personne', 'personnes')})`
  if (before === after) return `Rien ne change pour qui la lit : ${readers}.`
  const gained = readersAfter - readersBefore
  if (gained > 0)
    return `La fiche sera lue par ${readers} : ${counted(gained, 'personne', 'personnes')} de plus qu’aujourd’hui.`
  return `La fiche ne sera plus lue que par ${readers}, contre ${counted(readersBefore, 'personne', 'personnes')} aujourd’hui.`
}
