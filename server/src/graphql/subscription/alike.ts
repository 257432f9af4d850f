import { type DocumentNode, getNamedType, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import type { Pilotage } from '../../domain/rights/pilotages.ts'
import { type PersonViewer, readerIdOf, type Viewer } from '../../domain/viewer.ts'
import { NIL_UUID } from '../global-id.ts'

/** What of a person no fiche and no grant names, so that nothing that they read depends on it. */
const NOBODY = { userId: NIL_UUID, name: '', email: '', sessionId: NIL_UUID } as const

/** Types whose fields say who asks: whether it is you, what is your own. */
const OF_ONESELF: ReadonlySet<string> = new Set([
  'Commentaire',
  'Fil',
  'JournalActe',
  'JournalEntry',
  'Membre',
  'ReactionDeCommentaire',
  'Session',
  'Viewer',
])

/** Fields that answer of one's own, whatever the rights. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['changes', 'mesFichesChanged', 'vues'])

type PersonMembership = PersonViewer['memberships'][number]

interface Placed {
  membership: PersonMembership
  pilotage: Pilotage
}

/**
 * Somebody without what tells them from those of the same rights: the same for all of them, letter for letter. Null when nobody can be
 * like them: as whom they see, or which grants name them, is their own. `memberships`: theirs, as `standIns` gives them.
 */
export function anybodyLike(person: PersonViewer, memberships: readonly PersonMembership[]): PersonViewer | null {
  const { grantee, seeingAs } = person
  if (seeingAs || !grantee || grantee.membreIds.length + grantee.emails.length > 0) return null
  return {
    ...NOBODY,
    memberships: memberships.toSorted((a, b) => (a.collectiviteId < b.collectiviteId ? -1 : 1)),
    grantee: { ...grantee, serviceIds: grantee.serviceIds.toSorted() },
  }
}

/**
 * Says by which place in a collectivité somebody's is told from no other that has the same rights: one of a member who pilots the same,
 * the first that came, where the rights look at what one pilots.
 */
export function standIns(): (placed: Placed) => PersonMembership {
  const first = new Map<string, string>()
  return ({ membership: { membreId, serviceIds, ...membership }, pilotage: { fiches, restreintes } }) => {
    const { role } = membership
    // Admins may everything. A lecteur changes nothing: what they pilot lets them read what is restricted of it, and no more.
    const pilots = role === 'ADMIN' ? null : role === 'LECTEUR' ? restreintes : fiches
    const pilotsRestricted = pilots !== null && restreintes !== null
    const services = role === 'ADMIN' || role === 'LECTEUR' ? [] : serviceIds.toSorted()
    if (pilots === null) return { ...membership, membreId: NIL_UUID, serviceIds: services, pilotsRestricted }
    const standIn = first.get(pilots) ?? membreId
    first.set(pilots, standIn)
    return { ...membership, membreId: standIn, serviceIds: services, pilotsRestricted }
  }
}

/** Whether what a document asks says who asks, or may choose by who asks, as « mes fiches » does. */
export function asksOfOneself(schema: GraphQLSchema, document: DocumentNode): boolean {
  const typeInfo = new TypeInfo(schema)
  let found = false
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field(node) {
        const type = typeInfo.getType()
        found ||=
          OF_ONESELF.has(type ? getNamedType(type).name : '') ||
          OWN_FIELDS.has(typeInfo.getFieldDef()?.name ?? '') ||
          (node.arguments ?? []).some(({ name }) => name.value === 'where')
      },
    }),
  )
  return found
}

/** Whether an event is what this viewer did: they are told so. */
export function isBy(event: object, viewer: Viewer | null): boolean {
  if (!('by' in event) || typeof event.by !== 'object' || event.by === null) return false
  return 'userId' in event.by && event.by.userId === readerIdOf(viewer)
}
