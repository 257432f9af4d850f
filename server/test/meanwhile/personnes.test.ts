import type { Collectivite, PrismaClient } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { addFichePersonne } from '../../src/domain/fiche/sets/fiche-personnes.ts'
import { acceptInvitation } from '../../src/domain/invitation/accept-invitation.ts'
import { hashSecret } from '../../src/domain/invitation/invitation-link.ts'
import { removeMembre } from '../../src/domain/membre/remove-membre.ts'
import { attachPersonne } from '../../src/domain/personne/attach-personne.ts'
import { renamePersonne } from '../../src/domain/personne/rename-personne.ts'
import { addPlanPerson } from '../../src/domain/plan/change-plan-people.ts'
import { expectRefusal, people, raceTest as it } from './race-test.ts'

describe('a person who becomes a member meanwhile', () => {
  for (const part of ['pilotes', 'referents'] as const) {
    it(`is not found any more by who adds them to the ${part} of a fiche`, async ({ make, prisma, race }) => {
      const { collectivite, viewer, membreId, named } = await people({ make, prisma })
      const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
      const { second } = await race(viewer, {
        first: (useCase) => attachPersonne(useCase, { membreId, personneId: named.id }),
        second: (useCase) => addFichePersonne(useCase, part, { ficheId: fiche.id, personneId: named.id }),
      })
      expectRefusal(second.error, 'PERSONNE_NOT_FOUND')
    })

    it(`is not found any more by who adds them to the ${part} of a plan`, async ({ make, prisma, race }) => {
      const { collectivite, viewer, membreId, named } = await people({ make, prisma })
      const plan = await make.plan({ collectivite })
      const { second } = await race(viewer, {
        first: (useCase) => attachPersonne(useCase, { membreId, personneId: named.id }),
        second: (useCase) => addPlanPerson(useCase, { planId: plan.id, personneId: named.id, as: part }),
      })
      expectRefusal(second.error, 'PERSONNE_NOT_FOUND')
    })

    it(`takes over what they are added to just before, as ${part}`, async ({ make, prisma, race }) => {
      const { collectivite, viewer, membreId, named } = await people({ make, prisma })
      const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
      const { second } = await race(viewer, {
        first: (useCase) => addFichePersonne(useCase, part, { ficheId: fiche.id, personneId: named.id }),
        second: (useCase) => attachPersonne(useCase, { membreId, personneId: named.id }),
      })
      expect(second.error).toBeUndefined()
      const where = { ficheId: fiche.id }
      const rows = await (part === 'pilotes'
        ? prisma.fichePilote.findMany({ where, include: { personne: true } })
        : prisma.ficheReferent.findMany({ where, include: { personne: true } }))
      expect(rows.map(({ personne }) => personne.membreId)).toEqual([membreId])
    })
  }

  it('is added as the member by who gives their name', async ({ make, prisma, race }) => {
    const { collectivite, viewer, membreId, named } = await people({ make, prisma })
    const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
    const { second } = await race(viewer, {
      first: (useCase) => attachPersonne(useCase, { membreId, personneId: named.id }),
      second: (useCase) => addFichePersonne(useCase, 'pilotes', { ficheId: fiche.id, nom: 'Awa' }),
    })
    if (second.error) expectRefusal(second.error, 'PERSONNE_NOT_FOUND')
    else expect(await prisma.fichePilote.count({ where: { ficheId: fiche.id } })).toBe(1)
  })

  it('is not renamed any more', async ({ make, prisma, race }) => {
    const { viewer, membreId, named } = await people({ make, prisma })
    const { second } = await race(viewer, {
      first: (useCase) => attachPersonne(useCase, { membreId, personneId: named.id }),
      second: (useCase) => renamePersonne(useCase, { personneId: named.id, nom: 'Zoé' }),
    })
    expectRefusal(second.error, 'PERSONNE_NOT_FOUND')
  })

  it('is not attached twice', async ({ make, prisma, race }) => {
    const { viewer, membreId, named } = await people({ make, prisma })
    const attach = { membreId, personneId: named.id }
    const { second } = await race(viewer, {
      first: (useCase) => attachPersonne(useCase, attach),
      second: (useCase) => attachPersonne(useCase, attach),
    })
    expectRefusal(second.error, 'PERSONNE_NOT_FOUND')
  })
})

describe('an invitation', () => {
  async function invited(prisma: PrismaClient, collectivite: Collectivite, email: string) {
    const token = `${email} ${collectivite.id}`
    await prisma.invitation.create({
      data: {
        collectiviteId: collectivite.id,
        email,
        role: 'EDITEUR',
        tokenHash: hashSecret(token),
        expiresAt: new Date(Date.now() + 3_600_000),
      },
    })
    return token
  }

  it('is accepted once by two pages that create the account at once', async ({ make, prisma, race }) => {
    const { collectivite } = await people({ make, prisma })
    const email = `nouveau.${collectivite.siren}@exemple.fr`
    const token = await invited(prisma, collectivite, email)
    const account = { nom: 'Léa Petit', passwordHash: 'x' }
    const { second } = await race(null, {
      first: (useCase) => acceptInvitation(useCase, { token, account }),
      second: (useCase) => acceptInvitation(useCase, { token, account }),
    })
    expectRefusal(second.error, 'INVITATION_USED')
    expect(await prisma.membre.count({ where: { collectiviteId: collectivite.id, user: { email } } })).toBe(1)
  })

  it('to a second collectivité, accepted while the first creates the account, asks to sign in', async ({
    make,
    prisma,
    race,
  }) => {
    const one = await people({ make, prisma })
    const other = await people({ make, prisma })
    const email = `double.${one.collectivite.siren}@exemple.fr`
    const tokens = [await invited(prisma, one.collectivite, email), await invited(prisma, other.collectivite, email)]
    const account = { nom: 'Léa Petit', passwordHash: 'x' }
    const { second } = await race(null, {
      first: (useCase) => acceptInvitation(useCase, { token: tokens[0] ?? '', account }),
      second: (useCase) => acceptInvitation(useCase, { token: tokens[1] ?? '', account }),
    })
    expectRefusal(second.error, 'SIGN_IN_REQUIRED')
  })

  it('answers who is removed meanwhile', async ({ make, prisma, race }) => {
    const { collectivite, viewer } = await people({ make, prisma })
    const { user, viewer: guest } = await make.membre({ collectivite })
    const token = await invited(prisma, collectivite, user.email)
    const { second } = await race(viewer, {
      first: (useCase) => removeMembre(useCase, guest.memberships[0]?.membreId ?? ''),
      second: (useCase) => acceptInvitation({ ...useCase, viewer: guest }, { token, account: null }),
    })
    expect(second.error).toBeUndefined()
    expect(await prisma.membre.count({ where: { collectiviteId: collectivite.id, userId: user.id } })).toBe(1)
  })
})
