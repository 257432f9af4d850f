import { type DocumentNode, getNamedType, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import { type Membership, type PersonViewer, readerIdOf, type Viewer } from '../../domain/viewer.ts'
import { NIL_UUID } from '../global-id.ts'

/** What of a person no fiche and no grant names, so that nothing that they read depends on it. */
const NOBODY = { userId: NIL_UUID, name: '', email: '', sessionId: NIL_UUID } as const

/** Types whose fields say who asks: whether it is you, what is your own. */
const OF_ONESELF: ReadonlySet<string> = new Set(['JournalActe', 'JournalEntry', 'Membre', 'Session', 'Viewer'])

/**
 * Somebody without what tells them from those of the same rights: the same for all of them, letter for letter. Null when nobody can be
 * like them: as whom they see, or which grants name them, is their own.
 */
export function anybodyLike(person: PersonViewer, pilots: (membreId: string) => boolean): PersonViewer | null {
  const { grantee, seeingAs } = person
  if (seeingAs || !grantee || grantee.membreIds.length + grantee.emails.length > 0) return null
  const memberships = person.memberships.map((membership) => withoutName(membership, pilots))
  return {
    ...NOBODY,
    memberships: memberships.toSorted((a, b) => (a.collectiviteId < b.collectiviteId ? -1 : 1)),
    grantee: { ...grantee, serviceIds: grantee.serviceIds.toSorted() },
  }
}

function withoutName(
  { membreId, serviceIds, ...membership }: Membership & { membreId: string },
  pilots: (membreId: string) => boolean,
) {
  return { ...membership, membreId: pilots(membreId) ? membreId : NIL_UUID, serviceIds: serviceIds.toSorted() }
}

/** Whether what a document asks says who asks. */
export function asksOfOneself(schema: GraphQLSchema, document: DocumentNode): boolean {
  const typeInfo = new TypeInfo(schema)
  let found = false
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field() {
        const type = typeInfo.getType()
        found ||=
          OF_ONESELF.has(type ? getNamedType(type).name : '') || typeInfo.getFieldDef()?.name === 'mesFichesChanged'
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
