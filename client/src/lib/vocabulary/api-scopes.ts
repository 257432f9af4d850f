import type { ApiScope } from '../../gql/graphql.ts'
import { fr } from '../text/french.ts'

/** What the page calls each scope of a key of the API. */
export const API_SCOPE_LABELS: Record<ApiScope, string> = {
  PUBLIC: 'Plans publics',
  LIRE: 'Lire',
  LIRE_TOUT: 'Lire tout',
  ECRIRE: 'Modifier',
}

/** How far a key reads; each reads what the one before does. */
export type KeyReading = Exclude<ApiScope, 'ECRIRE'>

export const KEY_READINGS: readonly { value: KeyReading; label: string; help: string }[] = [
  {
    value: 'PUBLIC',
    label: 'Les plans publics',
    help: 'Ceux de toutes les collectivités, comme un visiteur sans compte.',
  },
  {
    value: 'LIRE',
    label: 'La collectivité',
    help: 'Ses plans, ses fiches et ses indicateurs, comme un lecteur ; rien de ce qui est restreint.',
  },
  {
    value: 'LIRE_TOUT',
    label: 'La collectivité, restreint compris',
    help: fr`Les plans et les fiches restreints aussi : pour un programme de confiance.`,
  },
]

/** What a key may do, in a sentence: « Lit ce qui n’est pas restreint et modifie comme un éditeur ». */
export function keyAccessText(scopes: readonly ApiScope[]): string {
  const writes = scopes.includes('ECRIRE')
  const reads = readingText(scopes)
  return writes ? `${reads} et modifie comme un éditeur` : reads
}

function readingText(scopes: readonly ApiScope[]): string {
  if (scopes.includes('LIRE_TOUT')) return 'Lit tout, restreint compris'
  // A key that writes reads what it writes.
  if (scopes.includes('LIRE') || scopes.includes('ECRIRE')) return 'Lit ce qui n’est pas restreint'
  return 'Lit les plans publics'
}
