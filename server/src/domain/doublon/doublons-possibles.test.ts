import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { linkFiches } from '../lien/link-fiches.ts'
import { dismissDoublon } from './dismiss-doublon.ts'
import { doublonsPossibles } from './doublons-possibles.ts'

const pairOf = (...ids: string[]) => ids.toSorted().join(' ')

describe('doublonsPossibles', () => {
  it('lists the pairs of a collectivité, the closest first, each once', async ({ make, prisma }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const { viewer } = await make.membre({ collectivite, role: 'LECTEUR' })
    const haies = [
      await make.fiche({ plan, titre: 'Planter des haies bocagères' }),
      await make.fiche({ plan: await make.plan({ collectivite }), titre: 'Planter des haies bocagères' }),
    ]
    const bornes = [
      await make.fiche({ plan, titre: 'Bornes de recharge et parkings' }),
      await make.fiche({ plan, titre: 'Déployer des IRVE sur les parkings publics' }),
    ]
    await make.fiche({ plan, titre: 'Festival de jazz' })
    const found = await doublonsPossibles({ prisma, viewer }, collectivite.id)
    expect(found.map(({ ficheId, autreId }) => `${ficheId} ${autreId}`)).toEqual([
      pairOf(...haies.map(({ id }) => id)),
      pairOf(...bornes.map(({ id }) => id)),
    ])
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a))
  })

  it('lists only pairs of which one may read both, and on which nobody has decided', async ({ make, prisma, act }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const fiches = await Promise.all(Array.from({ length: 4 }, () => make.fiche({ plan, titre: 'Planter des haies' })))
    const [one, two, three, secret] = fiches.map(({ id }) => id)
    if (!one || !two || !three || !secret) throw new Error('four fiches are made')
    await prisma.fiche.update({ where: { id: secret }, data: { restreinte: true } })
    const { viewer: admin } = await make.membre({ collectivite, role: 'ADMIN' })
    const { viewer } = await make.membre({ collectivite })
    const { viewer: stranger } = await make.membre({ role: 'ADMIN' })
    const count = async (who: typeof viewer | null) =>
      (await doublonsPossibles({ prisma, viewer: who }, collectivite.id)).length
    expect([await count(admin), await count(viewer), await count(stranger), await count(null)]).toEqual([6, 3, 0, 0])
    await act(viewer, (useCase) => linkFiches(useCase, { ficheId: two, autreId: one, type: 'DOUBLON' }))
    await act(viewer, (useCase) => dismissDoublon(useCase, { ficheId: three, autreId: one }))
    const left = await doublonsPossibles({ prisma, viewer }, collectivite.id)
    expect(left.map(({ ficheId, autreId }) => `${ficheId} ${autreId}`)).toEqual([pairOf(two, three)])
  })

  it('finds the pairs among hundreds of fiches as among ten', async ({ make, prisma }) => {
    const collectivite = await make.collectivite()
    const { viewer } = await make.membre({ collectivite })
    const objets = ['haies', 'mares', 'digues', 'ruches', 'vergers', 'gymnases', 'piscines', 'musées', 'ponts', 'quais']
    const lieux = ['Arthez', 'Blois', 'Chailles', 'Dompierre', 'Erstein', 'Flers', 'Gien', 'Huez', 'Illiers', 'Jarnac']
    const titres = objets.flatMap((objet) => lieux.map((lieu) => `Entretien des ${objet} à ${lieu}`))
    const rows = [...titres, ...titres.slice(0, 5), 'Ambroisie', 'Ambroisie']
    const { id: collectiviteId } = collectivite
    const fiches = await prisma.fiche.createManyAndReturn({ data: rows.map((titre) => ({ collectiviteId, titre })) })
    const idsOf = (titre: string) => fiches.flatMap((fiche) => (fiche.titre === titre ? [fiche.id] : []))
    const found = await doublonsPossibles({ prisma, viewer }, collectiviteId)
    const same = found.filter(({ score }) => score >= 0.75).map(({ ficheId, autreId }) => `${ficheId} ${autreId}`)
    expect(new Set(same)).toEqual(new Set([...titres.slice(0, 5), 'Ambroisie'].map((titre) => pairOf(...idsOf(titre)))))
  })
})
