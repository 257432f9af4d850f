import { encodeGlobalID } from '@pothos/plugin-relay'
import type { PrismaClient } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import type { Factories } from '../../../test/factories.ts'
import type { GraphqlApp } from '../../../test/graphql-app.ts'
import { graphqlTest as it } from '../../../test/graphql-test.ts'
import { makeWorld } from '../../../test/whole-world.ts'
import { FICHE_CHAMPS } from './fiche-champs.ts'

interface Scene {
  app: GraphqlApp
  make: Factories
  prisma: PrismaClient
}

const DAY_MS = 24 * 3_600_000

/** A collectivité with a fiche that says everything, « Haies », and others which say nothing of it; and an éditeur. */
async function scene({ app, make, prisma }: Scene) {
  const { collectivite, ids } = await makeWorld({ make, prisma }, { mark: 'Zinnia' })
  const fiche = await prisma.fiche.findFirstOrThrow({
    where: { collectiviteId: collectivite.id, titre: 'Haies Zinnia' },
  })
  const ficheId = fiche.id
  await prisma.fiche.update({
    where: { id: ficheId },
    data: {
      statut: 'EN_COURS',
      priorite: 'ELEVE',
      dateDebut: new Date('2020-01-01'),
      dateFin: new Date(Date.now() - 3 * DAY_MS),
      calendrier: 'Au printemps',
      tempsDeMiseEnOeuvre: 'MOINS_D_UN_AN',
      participationCitoyenne: 'CONCERTATION',
      ameliorationContinue: true,
    },
  })
  await prisma.ficheCible.create({ data: { ficheId, cible: 'AGENTS' } })
  await prisma.ficheEffetAttendu.create({ data: { ficheId, effet: 'BIODIVERSITE' } })
  const { code, thematiqueCode } = await prisma.sousThematique.findFirstOrThrow()
  await prisma.ficheThematique.create({ data: { ficheId, thematiqueCode } })
  await prisma.ficheSousThematique.create({ data: { ficheId, thematiqueCode, sousThematiqueCode: code } })
  for (const field of ['description', 'objectifs', 'moyens', 'financements']) {
    const text = { plain: `Mots ${field}`, markdown: `Mots ${field}`, seq: 1 }
    await prisma.ficheText.upsert({
      where: { ficheId_field: { ficheId, field } },
      create: { ficheId, field, ...text },
      update: text,
    })
  }
  const { user } = await make.membre({ collectivite })
  const within = `collectivite: { equals: "${encodeGlobalID('Collectivite', collectivite.id)}" }`
  const found = async (where: string, cookie: string | null) => {
    const { data, errors } = await app.query({
      query: `{ fiches(first: 100, where: { ${within}, ${where} }) { edges { node { titre } } } }`,
      cookie,
    })
    expect(errors).toEqual([])
    return [...JSON.stringify(data).matchAll(/"titre":"([^"]*)"/g)].map(([, titre]) => titre)
  }
  return { collectivite, fiche, ids, found, thematiqueCode, code, cookie: await app.signIn(user) }
}

describe('fiches', () => {
  it('are found by what they have and by what they lack, whatever it is', async ({ app, make, prisma }) => {
    const { collectivite, found, cookie } = await scene({ app, make, prisma })
    await prisma.fiche.create({ data: { collectiviteId: collectivite.id, titre: 'Nue' } })
    for (const champ of FICHE_CHAMPS) {
      const [avec, sans] = [await found(`avec: [${champ}]`, cookie), await found(`sans: [${champ}]`, cookie)]
      const of = (titre: string) => [avec.includes(titre), sans.includes(titre)]
      expect({ champ, full: of('Haies Zinnia'), bare: of('Nue') }).toEqual({
        champ,
        full: [true, false],
        bare: [false, true],
      })
    }
    expect(await found(`avec: [STATUT, LIENS], sans: [TAGS]`, cookie)).toEqual([])
  })

  it('are found by each of their fields, alone and together', async ({ app, make, prisma }) => {
    const { collectivite, found, cookie, ids, thematiqueCode, code } = await scene({ app, make, prisma })
    const labels = await prisma.label.findMany({ where: { collectiviteId: collectivite.id } })
    const label = (genre: string) => encodeGlobalID('Label', labels.find((each) => each.genre === genre)?.id ?? '')
    const asked = [
      'statut: { in: [EN_COURS, BLOQUE] }',
      'priorite: { in: [ELEVE] }',
      'enRetard: true',
      'ameliorationContinue: true',
      'tempsDeMiseEnOeuvre: { in: [MOINS_D_UN_AN] }',
      'participationCitoyenne: { in: [CONCERTATION] }',
      'cible: { in: [AGENTS, ASSOCIATIONS] }',
      'effetAttendu: { in: [BIODIVERSITE] }',
      `thematique: { in: ["${thematiqueCode}"], isNull: false }`,
      `sousThematique: { in: ["${code}"] }`,
      `service: { in: ["${ids.Service[1]}"] }`,
      `pilote: { equals: "${ids.Personne[0]}" }`,
      `referent: { equals: "${ids.Personne[0]}" }`,
      `structure: { in: ["${label('STRUCTURE')}"] }`,
      `partenaire: { in: ["${label('PARTENAIRE')}"] }`,
      `instanceGouvernance: { in: ["${label('INSTANCE_GOUVERNANCE')}"] }`,
      `tag: { in: ["${label('TAG')}"] }`,
      `financeur: { in: ["${label('FINANCEUR')}"] }`,
      `indicateur: { equals: "${ids.Indicateur[0]}" }`,
      'dateDebut: { before: "2020-01-02" }',
    ]
    for (const where of asked) expect([where, await found(where, cookie)]).toEqual([where, ['Haies Zinnia']])
    expect(await found(asked.join(', '), cookie)).toEqual(['Haies Zinnia'])
    expect(await found(`${asked.join(', ')}, recherche: "haie zinn"`, cookie)).toEqual(['Haies Zinnia'])
    expect(await found(`${asked.join(', ')}, restreinte: true`, cookie)).toEqual([])
    expect(await found('recherche: "absinthe"', cookie)).toEqual([])
    expect(await found('thematique: { isNull: false }', cookie)).toEqual(['Haies Zinnia'])
    // A label of another list is not one of this list.
    expect(await found(`structure: { in: ["${label('TAG')}"] }`, cookie)).toEqual([])
    expect(await found('enRetard: false', cookie)).not.toContain('Haies Zinnia')
    expect(await found('recherche: "..."', cookie)).toContain('Haies Zinnia')
  })

  it('do not tell by a filter what one may not read', async ({ app, make, prisma }) => {
    const { collectivite, fiche, found, cookie } = await scene({ app, make, prisma })
    const autre = await prisma.lien.findFirstOrThrow({ where: { ficheId: fiche.id } })
    expect(await found('avec: [LIENS]', cookie)).toContain('Haies Zinnia')
    await prisma.fiche.update({ where: { id: autre.autreId }, data: { restreinte: true } })
    expect(await found('avec: [LIENS]', cookie)).toEqual([])
    expect(await found('sans: [LIENS]', cookie)).toContain('Haies Zinnia')

    await prisma.plan.updateMany({ where: { collectiviteId: collectivite.id }, data: { visibilite: 'RESTREINT' } })
    expect(await found('avec: [EMPLACEMENTS]', cookie)).toEqual([])
    expect(await found('recherche: "zinnia"', cookie)).toEqual([])
    const admin = await app.signIn((await make.membre({ collectivite, role: 'ADMIN' })).user)
    expect(await found('avec: [EMPLACEMENTS]', admin)).toContain('Haies Zinnia')
    const stranger = await app.signIn((await make.membre({ role: 'ADMIN' })).user)
    for (const champ of FICHE_CHAMPS) {
      expect(await found(`avec: [${champ}]`, stranger)).toEqual([])
      expect(await found(`sans: [${champ}]`, null)).toEqual([])
    }
  })
})
