import type { ApiKey, Role } from '@pupitre/prisma'
import type { KeyViewer, Membership } from '../viewer.ts'

/** No grant names a key. */
const NOT_GRANTED = { membreIds: [], serviceIds: [], emails: [] }

/** Who asks by a key. */
export function keyViewerOf({ id, nom, scopes, createdAt, ...key }: ApiKey): KeyViewer {
  return {
    userId: null,
    key: { id, scopes, createdAt },
    name: nom,
    memberships: membershipsOf({ scopes, ...key }),
    grantee: NOT_GRANTED,
  }
}

/** What a key may read and change of its collectivité; none for one of `PUBLIC` alone, which reads what anybody does. */
function membershipsOf({ scopes, collectiviteId }: Pick<ApiKey, 'scopes' | 'collectiviteId'>): Membership[] {
  const role = roleOf(scopes)
  if (!role) return []
  const readsRestricted = scopes.includes('LIRE_TOUT')
  return [{ membreId: null, collectiviteId, role, serviceIds: [], pilotsRestricted: false, readsRestricted }]
}

function roleOf(scopes: ApiKey['scopes']): Role | null {
  if (scopes.includes('ECRIRE')) return 'EDITEUR'
  return scopes.includes('LIRE') || scopes.includes('LIRE_TOUT') ? 'LECTEUR' : null
}
