import type { Ouverture, PrismaClient } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { Person } from '../../../test/factories.ts'
import type { Viewer } from '../viewer.ts'
import { feedOfCollectivite, PUBLIC_FEED } from './audiences.ts'
import { followedFeeds } from './person-feeds.ts'
import { FeedLostError, type FeedPosition, readChanges } from './read-changes.ts'

/** Follows what a viewer follows, all that there is each time: what shows, by type, and what shows no more. */
function follow(prisma: PrismaClient, viewer: Viewer | null, feeds = followedFeeds(viewer)) {
  let after: FeedPosition[] | null = null
  return async () => {
    const told = new Set<string>()
    for (let hasMore = true; hasMore;) {
      const page = await readChanges(prisma, { feeds, viewer, size: 3, after, notBefore: null })
      for (const { type, id, shown } of page.changes) told.add(`${shown ? '+' : '-'} ${type} ${id}`)
      after = page.changes.at(-1)?.positions ?? after
      hasMore = page.hasMore
    }
    return [...told].toSorted()
  }
}

/** Somebody of another collectivité, whose address is known to be theirs; as the server knows them. */
async function stranger(prisma: PrismaClient, { user, viewer }: Person) {
  const email = user.email.toLowerCase()
  await prisma.user.update({ where: { id: user.id }, data: { emailVerified: true } })
  return { email, viewer: { ...viewer, grantee: { membreIds: [], serviceIds: [], emails: [email] } } }
}

const grantOn = (
  prisma: PrismaClient,
  {
    email,
    niveau,
    ...on
  }: { email: string; niveau: Ouverture; collectiviteId: string; planId?: string; ficheId?: string },
) => prisma.octroi.create({ data: { ...on, email, niveau } })

describe('what a person follows', () => {
  it('tells what a grant opens, what changes of it, and that it is taken back', async ({ make, prisma }) => {
    const plan = await make.plan()
    const { id: planId, collectiviteId } = plan
    await prisma.plan.update({ where: { id: planId }, data: { visibilite: 'RESTREINT' } })
    const fiche = await make.fiche({ plan })
    const restricted = await make.fiche({ plan })
    await prisma.fiche.update({ where: { id: restricted.id }, data: { restreinte: true } })
    const { email, viewer } = await stranger(prisma, await make.membre())
    const next = follow(prisma, viewer)
    await next()
    const { id } = await grantOn(prisma, { email, niveau: 'LIRE', collectiviteId, planId })
    const opened = [
      `Collectivite ${collectiviteId}`,
      `Fiche ${fiche.id}`,
      `Placement ${fiche.placement.id}`,
      `Plan ${planId}`,
    ]
    expect(await next()).toEqual(opened.map((what) => `+ ${what}`))
    await prisma.fiche.update({ where: { id: fiche.id }, data: { statut: 'BLOQUE' } })
    await prisma.fiche.update({ where: { id: restricted.id }, data: { statut: 'BLOQUE' } })
    expect(await next()).toEqual([`+ Fiche ${fiche.id}`])
    await prisma.octroi.delete({ where: { id } })
    expect(await next()).toEqual(opened.map((what) => `- ${what}`))
    await prisma.fiche.update({ where: { id: fiche.id }, data: { statut: 'REALISE' } })
    expect(await next()).toEqual([])
  })

  it('tells with what a granted fiche is filled in, once the level lets fill it in', async ({ make, prisma }) => {
    const plan = await make.plan()
    const { collectiviteId } = plan
    const collectivite = await prisma.collectivite.findUniqueOrThrow({ where: { id: collectiviteId } })
    const service = await make.service({ collectivite })
    const { id: ficheId } = await make.fiche({ plan })
    const { email, viewer } = await stranger(prisma, await make.membre())
    const next = follow(prisma, viewer)
    const { id } = await grantOn(prisma, { email, niveau: 'LIRE', collectiviteId, ficheId })
    expect(await next()).toEqual(expect.arrayContaining([`+ Fiche ${ficheId}`]))
    await prisma.octroi.update({ where: { id }, data: { niveau: 'CONTRIBUER' } })
    expect(await next()).toEqual([`+ Service ${service.id}`])
    await prisma.octroi.update({ where: { id }, data: { niveau: 'COMMENTER' } })
    expect(await next()).toEqual([`- Service ${service.id}`])
  })

  it('moves nothing for those who read it anyway, nor for nobody', async ({ make, prisma }) => {
    const plan = await make.plan()
    const { id: planId, collectiviteId } = plan
    await make.fiche({ plan })
    const { email, viewer } = await stranger(prisma, await make.membre())
    await follow(prisma, viewer)()
    const others = [
      follow(prisma, null, [feedOfCollectivite('AGENT', collectiviteId)]),
      follow(prisma, null, [feedOfCollectivite('TOUT', collectiviteId)]),
    ]
    for (const next of others) await next()
    const { id } = await grantOn(prisma, { email, niveau: 'EDITER', collectiviteId, planId })
    for (const next of others) expect(await next()).toEqual([])
    await prisma.octroi.delete({ where: { id } })
    for (const next of others) expect(await next()).toEqual([])
  })

  it('is of a service as of an address: joining and leaving it show and hide what it is granted', async ({
    make,
    prisma,
  }) => {
    const plan = await make.plan()
    const { id: planId, collectiviteId } = plan
    await prisma.plan.update({ where: { id: planId }, data: { visibilite: 'RESTREINT' } })
    const service = await make.service()
    const collectivite = await prisma.collectivite.findUniqueOrThrow({ where: { id: service.collectiviteId } })
    const { viewer } = await make.membre({ collectivite, role: 'LECTEUR' })
    await prisma.octroi.create({ data: { collectiviteId, planId, serviceId: service.id, niveau: 'LIRE' } })
    const next = follow(prisma, viewer)
    await next()
    const membreService = { membreId: viewer.memberships[0]?.membreId ?? '', serviceId: service.id }
    await prisma.membreService.create({ data: { ...membreService, collectiviteId: collectivite.id } })
    expect(await next()).toEqual([`+ Collectivite ${collectiviteId}`, `+ Plan ${planId}`])
    await prisma.membreService.deleteMany({ where: membreService })
    expect(await next()).toEqual([`- Collectivite ${collectiviteId}`, `- Plan ${planId}`])
  })

  it('is of their own collectivité too: a restricted plan that is opened to them, a restricted fiche that they pilot', async ({
    make,
    prisma,
  }) => {
    const plan = await make.plan()
    const { collectiviteId } = plan
    const collectivite = await prisma.collectivite.findUniqueOrThrow({ where: { id: collectiviteId } })
    const fiche = await make.fiche({ plan })
    await prisma.fiche.update({ where: { id: fiche.id }, data: { restreinte: true } })
    const { viewer, user } = await make.membre({ collectivite, role: 'LECTEUR' })
    const next = follow(prisma, viewer)
    await next()
    const personne = await prisma.personne.findFirstOrThrow({ where: { membre: { userId: user.id } } })
    const pilote = { ficheId: fiche.id, personneId: personne.id, collectiviteId }
    await prisma.fichePilote.create({ data: pilote })
    expect(await next()).toEqual([`+ Fiche ${fiche.id}`, `+ Placement ${fiche.placement.id}`])
    // What their role shows from now on is told by it, and not as gone.
    await prisma.fiche.update({ where: { id: fiche.id }, data: { restreinte: false } })
    expect(await next()).toEqual(expect.arrayContaining([`+ Fiche ${fiche.id}`]))
    await prisma.fichePilote.deleteMany({ where: { ficheId: fiche.id } })
    expect(await next()).toEqual([])
  })

  it('begins again when their role changes, and not when another’s does', async ({ make, prisma }) => {
    const plan = await make.plan()
    const collectivite = await prisma.collectivite.findUniqueOrThrow({ where: { id: plan.collectiviteId } })
    const [one, other] = [
      await make.membre({ collectivite, role: 'LECTEUR' }),
      await make.membre({ collectivite, role: 'LECTEUR' }),
    ]
    const [own, others] = [follow(prisma, one.viewer), follow(prisma, other.viewer)]
    await own()
    await others()
    await prisma.membre.updateMany({ where: { userId: one.user.id }, data: { role: 'CONTRIBUTEUR' } })
    await expect(own()).rejects.toThrow(FeedLostError)
    expect(await others()).toEqual([])
  })
})

describe('a link between the fiches of two collectivités', () => {
  it('is told in the feed of each whose readers see its other end, and of nobody else', async ({ make, prisma }) => {
    const [here, there] = [await make.plan(), await make.plan()]
    const [fiche, autre] = [await make.fiche({ plan: here }), await make.fiche({ plan: there })]
    const reader = (collectiviteId: string) => follow(prisma, null, [feedOfCollectivite('AGENT', collectiviteId)])
    const [ofHere, ofThere] = [reader(here.collectiviteId), reader(there.collectiviteId)]
    const ofAnybody = follow(prisma, null, [PUBLIC_FEED])
    for (const next of [ofHere, ofThere, ofAnybody]) await next()
    const told = async () => {
      const all = [await ofHere(), await ofThere(), await ofAnybody()]
      return all.map((lines) => lines.filter((line) => line.endsWith(lien.id)).map((line) => line[0]))
    }
    const lien = await prisma.lien.create({ data: { ficheId: fiche.id, autreId: autre.id, type: 'LIEE' } })
    expect(await told()).toEqual([[], [], []])
    const show = (id: string, visibilite: 'PUBLIC' | 'COLLECTIVITE') =>
      prisma.plan.update({ where: { id }, data: { visibilite } })
    // Its first end is published: the agents of the other see both.
    await show(here.id, 'PUBLIC')
    expect(await told()).toEqual([[], ['+'], []])
    await show(there.id, 'PUBLIC')
    expect(await told()).toEqual([['+'], [], ['+']])
    await show(here.id, 'COLLECTIVITE')
    expect(await told()).toEqual([[], ['-'], ['-']])
    await prisma.lien.delete({ where: { id: lien.id } })
    expect(await told()).toEqual([['-'], [], []])
  })

  it('is followed by whoever is of both, though neither feed shows it', async ({ make, prisma }) => {
    const [here, there] = [await make.plan(), await make.plan()]
    const [fiche, autre] = [await make.fiche({ plan: here }), await make.fiche({ plan: there })]
    const collectivite = await prisma.collectivite.findUniqueOrThrow({ where: { id: here.collectiviteId } })
    const { user, viewer } = await make.membre({ collectivite, role: 'LECTEUR' })
    const { collectiviteId } = there
    const { id: membreId } = await prisma.membre.create({ data: { userId: user.id, collectiviteId, role: 'LECTEUR' } })
    const place = { membreId, collectiviteId, role: 'LECTEUR', serviceIds: [] } as const
    const of = { ficheId: fiche.id, autreId: autre.id }
    const before = await prisma.lien.create({ data: { ...of, type: 'LIEE' } })
    const next = follow(prisma, { ...viewer, memberships: [...viewer.memberships, place] })
    expect(await next()).toContain(`+ Lien ${before.id}`)
    const after = await prisma.lien.create({ data: { ...of, type: 'DEPEND_DE' } })
    expect(await next()).toEqual([`+ Lien ${after.id}`])
    await prisma.fiche.update({ where: { id: autre.id }, data: { restreinte: true } })
    expect(await next()).toEqual(
      expect.arrayContaining([`- Fiche ${autre.id}`, `- Lien ${after.id}`, `- Lien ${before.id}`]),
    )
  })
})
