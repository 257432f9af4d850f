import { encodeGlobalID } from '@pothos/plugin-relay'
import { describe, expect } from 'vitest'
import { graphqlTest as it } from './graphql-test.ts'

describe('one’s own fiches', () => {
  it('are those one pilots or follows, then those of one’s services, by échéance, and nobody else’s', async ({
    app,
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const [mine, theirs] = [await make.service({ collectivite }), await make.service({ collectivite })]
    const { user, viewer } = await make.membre({ collectivite, role: 'CONTRIBUTEUR', services: [mine] })
    const plan = await make.plan({ collectivite })
    const { id: personneId } = await prisma.personne.findFirstOrThrow({
      where: { membreId: viewer.memberships[0]?.membreId ?? '' },
    })
    const fiche = async (titre: string, given: Parameters<typeof make.fiche>[0] = {}) =>
      make.fiche({ plan, titre, ...given })
    const later = await fiche('Plus tard', { dateFin: new Date('2030-01-01'), services: [mine] })
    const soon = await fiche('Bientôt', { dateFin: new Date('2027-01-01') })
    await fiche('Du service', { services: [mine] })
    await fiche('D’un autre', { services: [theirs] })
    const hidden = await fiche('Restreinte', { services: [mine] })
    await prisma.fiche.update({ where: { id: hidden.id }, data: { restreinte: true } })
    const link = { personneId, collectiviteId: collectivite.id }
    await prisma.fichePilote.create({ data: { ficheId: later.id, ...link } })
    await prisma.ficheReferent.create({ data: { ficheId: soon.id, ...link } })
    const titres = async (pourMoi: string, cookie: string | null) => {
      const { data } = await app.query({
        query: `{ fiches(first: 9, where: { collectivite: { equals: "${encodeGlobalID('Collectivite', collectivite.id)}" }, pourMoi: ${pourMoi} },
          orderBy: { field: DATE_FIN, direction: ASC }) { edges { node { titre } } } }`,
        cookie,
      })
      return [...JSON.stringify(data).matchAll(/"titre":"([^"]*)"/g)].map(([, titre]) => titre)
    }
    const cookie = await app.signIn(user)
    const admin = await app.signIn((await make.membre({ collectivite, role: 'ADMIN' })).user)
    expect(await titres('PERSONNELLES', cookie)).toEqual(['Bientôt', 'Plus tard'])
    expect(await titres('SERVICES', cookie)).toEqual(['Du service'])
    expect(await titres('PERSONNELLES', admin)).toEqual([])
    expect(await titres('SERVICES', null)).toEqual([])
  })

  it('are told from those that another collectivité opens to one, one by one, or by a plan', async ({
    app,
    make,
    prisma,
  }) => {
    const [here, there] = [await make.collectivite(), await make.collectivite()]
    const service = await make.service({ collectivite: here })
    const { user } = await make.membre({ collectivite: here, services: [service] })
    const collegue = await make.membre({ collectivite: here })
    const [opened, other] = [await make.plan({ collectivite: there }), await make.plan({ collectivite: there })]
    await make.fiche({ plan: opened, titre: 'D’un plan ouvert' })
    await make.fiche({ plan: other, titre: 'Fermée' })
    const fiche = await make.fiche({ plan: other, titre: 'Ouverte' })
    const deleted = await make.fiche({ plan: other, titre: 'Supprimée' })
    const mine = await make.plan({ collectivite: here })
    const to = { serviceId: service.id, niveau: 'LIRE' as const }
    await prisma.octroi.createMany({
      data: [
        { ...to, collectiviteId: there.id, planId: opened.id },
        { ...to, collectiviteId: there.id, ficheId: fiche.id },
        { ...to, collectiviteId: there.id, ficheId: deleted.id },
        { ...to, collectiviteId: here.id, planId: mine.id },
      ],
    })
    const { id: suppressionId } = await prisma.suppression.create({
      data: { collectiviteId: there.id, kind: 'FICHE', objetId: deleted.id, nom: deleted.titre },
    })
    await prisma.fiche.update({ where: { id: deleted.id }, data: { suppressionId } })
    const shared = async (cookie: string | null, isShared = true) => {
      const { data } = await app.query({
        query: `{ plans(first: 9, where: { partagesAvecMoi: ${isShared} }) { edges { node { uuid } } }
          fiches(first: 9, where: { pourMoi: PARTAGEES }) { edges { node { titre } } } }`,
        cookie,
      })
      return [...JSON.stringify(data).matchAll(/"(?:titre|uuid)":"([^"]*)"/g)].map(([, found]) => found)
    }
    const cookie = await app.signIn(user)
    expect(await shared(cookie)).toEqual([opened.id, 'Ouverte'])
    expect(await shared(cookie, false)).toEqual([mine.id, 'Ouverte'])
    expect(await shared(await app.signIn(collegue.user))).toEqual([])
    expect(await shared(null)).toEqual([])
  })
})
