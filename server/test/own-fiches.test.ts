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
})
