import { z } from 'zod'
import type { RightsChange } from '../domain/change.ts'
import type { PublishedChange } from './change-bus.ts'

/** What one process tells the others of a transaction of its own. */
export type ToldChanges =
  | { kind: 'changes'; changes: readonly PublishedChange[] }
  | { kind: 'rights'; rights: RightsChange }

const ids = z.array(z.string())
const names = z.array(z.string())

const told = {
  by: z.object({ userId: z.string(), name: z.string() }).nullable(),
  at: z.iso.datetime().transform((at) => new Date(at)),
}

const publishedChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fiche'), ficheId: z.string(), fields: names, ...told }),
  z.object({
    kind: z.literal('plan'),
    planId: z.string(),
    fields: names.exactOptional(),
    axeIds: ids.exactOptional(),
    renamedAxeIds: ids.exactOptional(),
    removedAxeIds: ids.exactOptional(),
    placementIds: ids.exactOptional(),
    removedPlacementIds: ids.exactOptional(),
    ...told,
  }),
  z.object({
    kind: z.literal('indicateur'),
    indicateurId: z.string(),
    fields: names,
    ficheId: z.string().exactOptional(),
    axeId: z.string().exactOptional(),
    ...told,
  }),
  z.object({ kind: z.literal('corbeille'), collectiviteId: z.string(), ...told }),
  z.object({ kind: z.literal('vues'), collectiviteId: z.string(), ...told }),
  z.object({ kind: z.literal('mesFiches'), userId: z.string(), ficheIds: ids.nullable(), ...told }),
])

const toldChanges = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changes'), changes: z.array(publishedChange) }),
  z.object({
    kind: z.literal('rights'),
    rights: z.object({
      userIds: ids.exactOptional(),
      fiches: ids.exactOptional(),
      plans: ids.exactOptional(),
    }),
  }),
])

export function encodeToldChanges(changes: ToldChanges): Uint8Array {
  return Buffer.from(JSON.stringify(changes))
}

/** Null: not what a process of this version tells. */
export function decodeToldChanges(bytes: Uint8Array): ToldChanges | null {
  try {
    return toldChanges.parse(JSON.parse(Buffer.from(bytes).toString()))
  } catch {
    return null
  }
}
