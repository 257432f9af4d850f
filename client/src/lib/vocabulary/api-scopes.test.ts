import { expect, it } from 'vitest'
import { keyAccessText } from './api-scopes.ts'

it.each([
  [['PUBLIC'], 'Lit les plans publics'],
  [['PUBLIC', 'LIRE'], 'Lit ce qui n’est pas restreint'],
  [['LIRE', 'LIRE_TOUT'], 'Lit tout, restreint compris'],
  [['ECRIRE'], 'Lit ce qui n’est pas restreint et modifie comme un éditeur'],
  [['LIRE_TOUT', 'ECRIRE'], 'Lit tout, restreint compris et modifie comme un éditeur'],
] as const)('says of %j what the server lets such a key do', (scopes, words) => {
  expect(keyAccessText(scopes)).toBe(words)
})
