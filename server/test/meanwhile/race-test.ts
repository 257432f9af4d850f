import type { PrismaClient } from '@pupitre/prisma'
import { expect } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import type { UseCase } from '../../src/domain/use-case.ts'
import type { Viewer } from '../../src/domain/viewer.ts'
import { domainTest } from '../domain-test.ts'
import type { Factories } from '../factories.ts'
import { meanwhile, type Outcome } from './meanwhile.ts'

interface Acts<First, Second> {
  first: (useCase: UseCase) => Promise<First>
  second: (useCase: UseCase) => Promise<Second>
}

type Race = <First, Second>(
  viewer: Viewer | null,
  acts: Acts<First, Second>,
) => Promise<{ first: First; second: Outcome<Second> }>

/** A test of two acts at once: `race` does the second between what the first does and its commit. */
export const raceTest = domainTest.extend(
  'race',
  ({ prisma, act }): Race =>
    (viewer, acts) =>
      meanwhile({ prisma, viewer, act, ...acts }),
)

/** A collectivité with an admin, an éditeur, and a person who is named without being a member. */
export async function people({ make, prisma }: { make: Factories; prisma: PrismaClient }) {
  const collectivite = await make.collectivite()
  const { viewer, user } = await make.membre({ collectivite, role: 'ADMIN' })
  const { viewer: editeur } = await make.membre({ collectivite, role: 'EDITEUR' })
  const [membership] = viewer.memberships
  if (!membership) throw new Error('a member is made')
  const named = await prisma.personne.create({
    data: { collectiviteId: collectivite.id, nom: 'Awa', nomNormalise: 'awa' },
  })
  return { collectivite, viewer, editeur, user, membreId: membership.membreId, named }
}

/** A refusal that the person can read, as opposed to an error of ours. */
export function expectRefusal(error: unknown, code: string): void {
  expect(error).toBeInstanceOf(DomainError)
  expect(error).toMatchObject({ code })
}
