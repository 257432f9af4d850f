import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { Letter, Mail } from '../mail.ts'
import { removeMembre } from '../membre/remove-membre.ts'
import { setMembreRole } from '../membre/change-membre.ts'
import { attachPersonne } from '../personne/attach-personne.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { inviteMembres } from './invite-membres.ts'
import { MAX_INVITED } from './invitation-rules.ts'
import { resendInvitation, revokeInvitation } from './manage-invitation.ts'

function testMail(): Mail & { letters: Letter[] } {
  const letters: Letter[] = []
  return {
    letters,
    post: (_tx, posted) => Promise.resolve(void letters.push(...posted)),
    secretOf: ({ id, expiresAt }) => `${id} ${expiresAt.toISOString()}`,
  }
}

const account = { nom: 'Awa Diallo', passwordHash: 'haché' }
const address = (): string => `awa.${crypto.randomUUID()}@exemple.fr`

describe('an invitation', () => {
  it('makes a member, with services, of whoever holds the link; once', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const service = await make.service({ collectivite })
    const { viewer: admin } = await make.membre({ collectivite, role: 'ADMIN' })
    const mail = testMail()
    const email = address()
    const { invitationIds } = await act(admin, (useCase) =>
      inviteMembres(useCase, mail, {
        collectiviteId: collectivite.id,
        role: 'CONTRIBUTEUR',
        serviceIds: [service.id],
        invites: [{ email: ` ${email.toUpperCase()} `, personneIds: [] }],
      }),
    )
    const [id = ''] = invitationIds
    expect(mail.letters).toEqual([{ kind: 'invitation', invitationId: id }])
    const stored = await prisma.invitation.findUniqueOrThrow({ where: { id } })
    const token = mail.secretOf(stored)
    expect(JSON.stringify(stored)).not.toContain(token)

    const accept = () => act(null, (useCase) => acceptInvitation(useCase, { token, account }))
    const [one, two] = await Promise.allSettled([accept(), accept()])
    expect([one.status, two.status].toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(accept()).rejects.toMatchObject({ code: 'INVITATION_USED' })
    const membre = await prisma.membre.findFirstOrThrow({
      where: { collectiviteId: collectivite.id, user: { email } },
      include: { services: true, user: true, personne: true },
    })
    expect(membre).toMatchObject({
      role: 'CONTRIBUTEUR',
      services: [{ serviceId: service.id }],
      user: { name: 'Awa Diallo', emailVerified: true },
      personne: { nom: 'Awa Diallo' },
    })
  })

  it('gives the member all that named the people they stand for, united where both are named', async ({
    act,
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const [one, two, three] = [await make.fiche({ plan }), await make.fiche({ plan }), await make.fiche({ plan })]
    const { viewer: admin } = await make.membre({ collectivite, role: 'ADMIN' })
    const collectiviteId = collectivite.id
    const named = async (nom: string) =>
      prisma.personne.create({ data: { collectiviteId, nom, nomNormalise: normaliseNom(nom) } })
    const [short, long] = [await named('A. Diallo'), await named('Mme Diallo, énergie')]
    const on = (ficheId: string, personneId: string) => ({ ficheId, personneId, collectiviteId })
    await prisma.fichePilote.createMany({ data: [on(one.id, short.id), on(one.id, long.id), on(two.id, long.id)] })
    await prisma.ficheReferent.createMany({ data: [on(three.id, short.id)] })
    await prisma.planPilote.create({ data: { planId: plan.id, personneId: short.id, collectiviteId } })
    await prisma.planReferent.create({ data: { planId: plan.id, personneId: long.id, collectiviteId } })
    const mail = testMail()
    const email = address()
    const { invitationIds } = await act(admin, (useCase) =>
      inviteMembres(useCase, mail, {
        collectiviteId,
        role: 'CONTRIBUTEUR',
        serviceIds: [],
        invites: [{ email, personneIds: [short.id, long.id] }],
      }),
    )
    const stored = await prisma.invitation.findUniqueOrThrow({ where: { id: invitationIds[0] ?? '' } })
    await act(null, (useCase) => acceptInvitation(useCase, { token: mail.secretOf(stored), account }))
    const own = await prisma.personne.findFirstOrThrow({
      where: { membre: { user: { email } } },
      include: { fichesPilotees: true, fichesSuivies: true, plansPilotes: true, plansSuivis: true },
    })
    expect(new Set(own.fichesPilotees.map(({ ficheId }) => ficheId))).toEqual(new Set([one.id, two.id]))
    expect(own.fichesPilotees).toHaveLength(2)
    expect(own.fichesSuivies.map(({ ficheId }) => ficheId)).toEqual([three.id])
    expect(own.plansPilotes).toHaveLength(1)
    expect(own.plansSuivis).toHaveLength(1)
    expect(await prisma.personne.count({ where: { id: { in: [short.id, long.id] } } })).toBe(0)
  })

  it('moves every kind of row that names a person', async ({ prisma }) => {
    const rows = await prisma.$queryRaw<{ name: string }[]>`
      SELECT conrelid::regclass::text AS name FROM pg_constraint
      WHERE contype = 'f' AND confrelid = 'personne'::regclass ORDER BY 1`
    // A new one here is a new line of merge-personnes.ts.
    expect(rows.map(({ name }) => name)).toEqual([
      'fiche_pilote',
      'fiche_referent',
      'invitation_personne',
      'plan_pilote',
      'plan_referent',
    ])
  })

  it('asks someone who has an account to be signed in, and takes them when they are', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { viewer: admin } = await make.membre({ collectivite, role: 'ADMIN' })
    const { user, viewer } = await make.person()
    const other = await make.person()
    const mail = testMail()
    const { invitationIds } = await act(admin, (useCase) =>
      inviteMembres(useCase, mail, {
        collectiviteId: collectivite.id,
        role: 'EDITEUR',
        serviceIds: [],
        invites: [{ email: user.email, personneIds: [] }],
      }),
    )
    const token = mail.secretOf(await prisma.invitation.findUniqueOrThrow({ where: { id: invitationIds[0] ?? '' } }))
    await expect(act(null, (useCase) => acceptInvitation(useCase, { token, account }))).rejects.toMatchObject({
      code: 'SIGN_IN_REQUIRED',
    })
    await expect(
      act(other.viewer, (useCase) => acceptInvitation(useCase, { token, account: null })),
    ).rejects.toMatchObject({
      code: 'OTHER_ACCOUNT',
    })
    await act(viewer, (useCase) => acceptInvitation(useCase, { token, account: null }))
    expect(await prisma.membre.count({ where: { userId: user.id, collectiviteId: collectivite.id } })).toBe(1)
  })

  it('opens nothing once revoked, sent again or past its date', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const { viewer: admin } = await make.membre({ collectivite, role: 'ADMIN' })
    const mail = testMail()
    const { invitationIds } = await act(admin, (useCase) =>
      inviteMembres(useCase, mail, {
        collectiviteId: collectivite.id,
        role: 'LECTEUR',
        serviceIds: [],
        invites: [
          { email: address(), personneIds: [] },
          { email: address(), personneIds: [] },
          { email: address(), personneIds: [] },
        ],
      }),
    )
    const [revoked = '', again = '', past = ''] = invitationIds
    const tokenOf = async (id: string) => mail.secretOf(await prisma.invitation.findUniqueOrThrow({ where: { id } }))
    const accept = (token: string) => act(null, (useCase) => acceptInvitation(useCase, { token, account }))
    const [first, second] = [await tokenOf(revoked), await tokenOf(again)]
    await act(admin, (useCase) => revokeInvitation(useCase, revoked))
    await expect(accept(first)).rejects.toMatchObject({ code: 'INVITATION_NOT_FOUND' })
    await act(admin, (useCase) => resendInvitation(useCase, mail, again))
    await expect(accept(second)).rejects.toMatchObject({ code: 'INVITATION_NOT_FOUND' })
    await expect(accept(await tokenOf(again))).resolves.toBeDefined()
    const late = await tokenOf(past)
    await prisma.invitation.update({ where: { id: past }, data: { expiresAt: new Date(Date.now() - 1) } })
    await expect(accept(late)).rejects.toMatchObject({ code: 'INVITATION_EXPIRED' })
  })

  it('names the addresses that are wrong, twice there, members or invited already; invites 100 at once, not 101', async ({
    act,
    make,
  }) => {
    const collectivite = await make.collectivite()
    const { user, viewer: admin } = await make.membre({ collectivite, role: 'ADMIN' })
    const mail = testMail()
    const invite = (emails: string[]) =>
      act(admin, (useCase) =>
        inviteMembres(useCase, mail, {
          collectiviteId: collectivite.id,
          role: 'LECTEUR',
          serviceIds: [],
          invites: emails.map((email) => ({ email, personneIds: [] })),
        }),
      )
    const many = Array.from({ length: MAX_INVITED }, address)
    await invite(many)
    await expect(invite([...many.map(() => address()), address()])).rejects.toMatchObject({ code: 'VALIDATION' })
    await expect(invite(['rien'])).rejects.toMatchObject({ issues: [{ path: ['invites', '0', 'email'] }] })
    const twice = address()
    await expect(invite([twice, twice])).rejects.toMatchObject({ issues: [{ code: 'EMAIL_TWICE' }] })
    await expect(invite([address(), user.email])).rejects.toMatchObject({
      issues: [{ code: 'ALREADY_MEMBRE', path: ['invites', '1', 'email'] }],
    })
    await expect(invite([many[0] ?? ''])).rejects.toMatchObject({ issues: [{ code: 'ALREADY_INVITED' }] })
    expect(mail.letters).toHaveLength(MAX_INVITED)
  })
})

describe('the last admin', () => {
  it('stays, even when two leave the role at once', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const [one, two] = [
      await make.membre({ collectivite, role: 'ADMIN' }),
      await make.membre({ collectivite, role: 'ADMIN' }),
    ]
    const idOf = ({ viewer }: typeof one) => viewer.memberships[0]?.membreId ?? ''
    const outcomes = await Promise.allSettled([
      act(one.viewer, (useCase) => setMembreRole(useCase, { membreId: idOf(two), role: 'LECTEUR' })),
      act(two.viewer, (useCase) => removeMembre(useCase, idOf(one))),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await prisma.membre.count({ where: { collectiviteId: collectivite.id, role: 'ADMIN' } })).toBe(1)
    const last = await make.viewerOf(
      (
        await prisma.membre.findFirstOrThrow({
          where: { collectiviteId: collectivite.id, role: 'ADMIN' },
          include: { user: true },
        })
      ).user,
    )
    const id = last.memberships[0]?.membreId ?? ''
    await expect(act(last, (useCase) => removeMembre(useCase, id))).rejects.toMatchObject({ code: 'LAST_ADMIN' })
  })
})

describe('a member who leaves', () => {
  it('stays as a name on their fiches, and joins the one who has that name already', async ({ act, make, prisma }) => {
    const collectivite = await make.collectivite()
    const collectiviteId = collectivite.id
    const fiche = await make.fiche({ plan: await make.plan({ collectivite }) })
    const { viewer: admin } = await make.membre({ collectivite, role: 'ADMIN' })
    for (const homonym of [false, true]) {
      const { user, viewer } = await make.membre({ collectivite })
      const membreId = viewer.memberships[0]?.membreId ?? ''
      const own = await prisma.personne.findFirstOrThrow({ where: { membreId } })
      const nomNormalise = normaliseNom(user.name)
      await prisma.fichePilote.create({ data: { ficheId: fiche.id, personneId: own.id, collectiviteId } })
      if (homonym) await prisma.personne.create({ data: { collectiviteId, nom: user.name, nomNormalise } })
      await act(admin, (useCase) => removeMembre(useCase, membreId))
      const left = await prisma.personne.findMany({
        where: { collectiviteId, nomNormalise },
        include: { fichesPilotees: true },
      })
      expect(left).toMatchObject([{ membreId: null, fichesPilotees: [{ ficheId: fiche.id }] }])
    }
  })
})

describe('a person without an account', () => {
  it('becomes a member who was there already, in as many statements for many fiches', async ({
    act,
    make,
    prisma,
    counted,
  }) => {
    const collectivite = await make.collectivite()
    const collectiviteId = collectivite.id
    const plan = await make.plan({ collectivite })
    const { viewer: admin } = await make.membre({ collectivite, role: 'ADMIN' })
    const { viewer } = await make.membre({ collectivite })
    const membreId = viewer.memberships[0]?.membreId ?? ''
    const statements = async (fiches: number) => {
      const nom = crypto.randomUUID()
      const named = await prisma.personne.create({ data: { collectiviteId, nom, nomNormalise: nom } })
      for (let index = 0; index < fiches; index += 1) {
        const { id } = await make.fiche({ plan })
        await prisma.fichePilote.create({ data: { ficheId: id, personneId: named.id, collectiviteId } })
      }
      const sent = await counted.statementsOf(() =>
        act(admin, (useCase) => attachPersonne(useCase, { membreId, personneId: named.id })),
      )
      return sent.length
    }
    expect(await statements(8)).toBe(await statements(2))
    expect(await prisma.fichePilote.count({ where: { personne: { membreId } } })).toBe(10)
  })
})
