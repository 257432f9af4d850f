import { encodeGlobalID } from '@pothos/plugin-relay'
import type { Fiche, Plan } from '@pupitre/prisma'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgeDocument } from '../src/domain/rights/judge-document.ts'
import { normaliseNom } from '../src/domain/service/normalise-nom.ts'
import type { Viewer } from '../src/domain/viewer.ts'
import { createFactories } from './factories.ts'
import { type GraphqlApp, startGraphqlApp } from './graphql-app.ts'
import { testDatabase } from './test-database.ts'

// What a public plan shows, to whom, and all that it does not open.

/** Those who read only because it is public. */
const VISITORS = ['anonyme', 'ailleurs'] as const
type Visitor = (typeof VISITORS)[number]

const { prisma, connectionString } = testDatabase()
const make = createFactories(prisma)

let app: GraphqlApp
let cookies: Record<Visitor | 'lecteur' | 'éditeur' | 'admin' | 'accès', string | null>
let viewers: Record<Visitor, Viewer | null>
let world: Awaited<ReturnType<typeof things>>

const id = (name: string, { id: uuid }: { id: string }) => encodeGlobalID(name, uuid)

/** A collectivité with a public plan, and what it holds of each kind. */
async function things() {
  const collectivite = await make.collectivite({ nom: 'Communauté de la Dune' })
  const { id: collectiviteId } = collectivite
  const service = await make.service({ collectivite, nom: 'Direction de l’eau' })
  const plan = await make.plan({ collectivite, nom: 'Plan publié', description: 'Ce que nous ferons' })
  const interne = await make.plan({ collectivite, nom: 'Plan interne' })
  const axe = await make.axe({ plan, nom: 'Axe publié' })
  const goneAxe = await make.axe({ plan })
  const fiche = await make.fiche({ axe, titre: 'Planter des haies', description: 'Des haies', services: [service] })
  const fiches = {
    ailleurs: await make.fiche({ plan: interne, titre: 'Fiche interne' }),
    restreinte: await make.fiche({ axe, titre: 'Fiche restreinte' }),
    'hors plan': await make.fiche({ plan, titre: 'Fiche hors plan' }),
    'à la corbeille': await make.fiche({ plan, titre: 'Fiche supprimée' }),
    'dans un axe supprimé': await make.fiche({ axe: goneAxe, titre: 'Fiche d’un axe supprimé' }),
  }
  const { id: suppressionId } = await prisma.suppression.create({
    data: { collectiviteId, kind: 'AXE', objetId: goneAxe.id, nom: 'x' },
  })
  await prisma.fiche.update({ where: { id: fiches.restreinte.id }, data: { restreinte: true } })
  await prisma.placement.deleteMany({ where: { ficheId: fiches['hors plan'].id } })
  await prisma.fiche.update({ where: { id: fiches['à la corbeille'].id }, data: { suppressionId } })
  await prisma.axe.update({ where: { id: goneAxe.id }, data: { suppressionId } })
  await prisma.placement.create({
    data: { ficheId: fiche.id, planId: interne.id, collectiviteId, position: 'a0' },
  })
  const sousAction = (parent: Fiche, titre: string) =>
    prisma.fiche.create({ data: { collectiviteId, parentId: parent.id, position: 'a0', titre } })
  const suite = await sousAction(fiche, 'Semer')
  const hidden = { ...fiches, 'sous-action restreinte': await sousAction(fiches.restreinte, 'Semer en secret') }
  const indicateur = await make.indicateur({ collectivite, nom: 'Kilomètres', valeurs: { 2025: ['1', '2'] } })
  const autre = await make.indicateur({ collectivite, nom: 'Litres' })
  await prisma.ficheIndicateur.create({ data: { ficheId: fiche.id, indicateurId: indicateur.id, collectiviteId } })
  for (const to of [fiches.ailleurs, suite]) {
    const [ficheId = '', autreId = ''] = [fiche.id, to.id].toSorted()
    await prisma.lien.create({ data: { ficheId, autreId, type: 'LIEE' } })
  }
  const { user: agent } = await make.membre({ collectivite, role: 'EDITEUR' })
  await prisma.user.update({ where: { id: agent.id }, data: { name: 'Awa Dupont' } })
  const nom = 'Zoé Lefèvre'
  const personne = await prisma.personne.create({ data: { collectiviteId, nom, nomNormalise: normaliseNom(nom) } })
  const of = { personneId: personne.id, collectiviteId }
  await prisma.fichePilote.create({ data: { ficheId: fiche.id, ...of } })
  await prisma.ficheReferent.create({ data: { ficheId: fiche.id, ...of } })
  await prisma.planPilote.create({ data: { planId: plan.id, ...of } })
  await prisma.planReferent.create({ data: { planId: plan.id, ...of } })
  await prisma.noteSuivi.create({ data: { ficheId: fiche.id, date: new Date('2026-03-12'), createdById: agent.id } })
  await prisma.indicateurValeur.updateMany({ where: { indicateurId: indicateur.id }, data: { updatedById: agent.id } })
  return { collectivite, service, plan, interne, axe, fiche, suite, hidden, indicateur, autre, agent, personne }
}

const publish = ({ id: planId }: Plan, visibilite: 'PUBLIC' | 'COLLECTIVITE' = 'PUBLIC') =>
  prisma.plan.update({ where: { id: planId }, data: { visibilite } })

beforeAll(async () => {
  app = await startGraphqlApp({ prisma, connectionString })
  world = await things()
  await publish(world.plan)
  const { collectivite, plan } = world
  const stranger = await make.membre({ role: 'ADMIN' })
  const asker = async (role: 'LECTEUR' | 'EDITEUR' | 'ADMIN') =>
    app.signIn((await make.membre({ collectivite, role })).user)
  cookies = {
    anonyme: null,
    ailleurs: await app.signIn(stranger.user),
    accès: await app.signIn((await make.grantee({ plan, niveau: 'LIRE' })).user),
    lecteur: await asker('LECTEUR'),
    éditeur: await asker('EDITEUR'),
    admin: await asker('ADMIN'),
  }
  viewers = { anonyme: null, ailleurs: stranger.viewer }
})

afterAll(() => app.close())

async function ask(who: keyof typeof cookies, query: string): Promise<string> {
  const { data, errors } = await app.query({ query, cookie: cookies[who] })
  expect(errors).toEqual([])
  return JSON.stringify(data)
}

describe.each(VISITORS)('a public plan, to: %s', (who) => {
  it('shows its texts, axes, fiches, sous-actions and indicateurs', async () => {
    const { plan, fiche, suite, indicateur, axe, collectivite } = world
    expect(
      await ask(
        who,
        `{ plan(uuid: "${plan.id}") { nom description fichesCount visibilite collectivite { nom siren type }
          avancement { fichesCount } indicateurs(first: 5) { edges { node { nom } } }
          axes(first: 5) { edges { node { nom placements(first: 5) { edges { node { fiche { titre } } } } } } } } }`,
      ),
    ).toBe(
      JSON.stringify({
        plan: {
          nom: 'Plan publié',
          description: 'Ce que nous ferons',
          fichesCount: 1,
          visibilite: 'PUBLIC',
          collectivite: { nom: collectivite.nom, siren: collectivite.siren, type: collectivite.type },
          avancement: { fichesCount: 1 },
          indicateurs: { edges: [{ node: { nom: 'Kilomètres' } }] },
          axes: {
            edges: [
              {
                node: {
                  nom: 'Axe publié',
                  placements: { edges: [{ node: { fiche: { titre: 'Planter des haies' } } }] },
                },
              },
            ],
          },
        },
      }),
    )
    expect(
      await ask(
        who,
        `{ fiche(uuid: "${fiche.id}") { titre description services { nom } sousActions { titre } indicateurs { nom }
          liens { fiche { titre } autre { titre } } placements(first: 5) { edges { node { plan { nom } } } } } }`,
      ),
    ).toMatch(/Des haies.*Direction de l’eau.*Semer.*Kilomètres.*Plan publié/)
    expect(await ask(who, `{ fiche(uuid: "${fiche.id}") { liens { fiche { titre } autre { titre } } } }`)).toMatch(
      /^(?!.*Fiche interne).*Semer/,
    )
    expect(
      await ask(who, `{ fiche(uuid: "${fiche.id}") { placements(first: 5) { edges { node { plan { nom } } } } } }`),
    ).not.toContain('Plan interne')
    expect(await ask(who, `{ fiche(uuid: "${suite.id}") { titre parent { titre } } }`)).toContain('Planter des haies')
    expect(
      await ask(
        who,
        `{ indicateur(uuid: "${indicateur.id}") { fiches { titre } valeurs(first: 5) { edges { node { realise } } } } }`,
      ),
    ).toContain('"realise":"2"')
    expect(await ask(who, `{ node(id: "${id('Axe', axe)}") { ... on Axe { nom } } }`)).toContain('Axe publié')
  })

  it('shows no fiche that is restricted, elsewhere, hors plan or in the corbeille', async () => {
    for (const fiche of Object.values(world.hidden)) {
      expect(await ask(who, `{ fiche(uuid: "${fiche.id}") { titre } node(id: "${id('Fiche', fiche)}") { id } }`)).toBe(
        '{"fiche":null,"node":null}',
      )
    }
    expect(
      await ask(who, `{ plan(uuid: "${world.interne.id}") { nom } indicateur(uuid: "${world.autre.id}") { nom } }`),
    ).toBe('{"plan":null,"indicateur":null}')
  })

  it('names the services, and nobody', async () => {
    const { plan, fiche, indicateur, personne, collectivite } = world
    const answer = await ask(
      who,
      `{ plan(uuid: "${plan.id}") { pilotes { nom } referents { nom } }
        fiche(uuid: "${fiche.id}") { pilotes { nom } referents { nom } services { nom }
          notesSuivi(first: 5) { edges { node { date auteur } } } }
        indicateur(uuid: "${indicateur.id}") { valeurs(first: 5) { edges { node { auteur } } } }
        node(id: "${id('Personne', personne)}") { id }
        collectivite(siren: "${collectivite.siren}") { nom membres(first: 9) { edges { node { nom } } } personnes(first: 9) { edges { node { nom } } } } }`,
    )
    expect(answer).toMatch(/2026-03-12.*/)
    expect(answer).toContain('Direction de l’eau')
    expect(answer).not.toMatch(/Zoé|Awa/)
  })

  it('shows no more of its collectivité than what it is called', async () => {
    const { siren, nom } = world.collectivite
    const lists = ['services', 'membres', 'personnes', 'invitations', 'plans', 'corbeille', 'indicateurs']
    const asked = [
      ...lists.map((list) => `${list}(first: 9) { edges { node { id } } }`),
      'labels(genre: TAG, first: 9) { edges { node { nom } } }',
      'journal(first: 9) { edges { cursor } }',
      'actes(first: 9) { edges { cursor } }',
    ]
    const answer = await ask(who, `{ collectivite(siren: "${siren}") { nom ${asked.join(' ')} } }`)
    const empty = Object.fromEntries([...lists, 'labels', 'journal', 'actes'].map((list) => [list, { edges: [] }]))
    expect(JSON.parse(answer)).toEqual({ collectivite: { nom, ...empty } })
  })

  it('enters no list, search or suggestion', async () => {
    const { plan, fiche } = world
    const of = id('Plan', plan)
    expect(
      await ask(
        who,
        `{ plans(first: 100, where: { nom: { equals: "${plan.nom}" } }) { edges { node { nom } } }
        fiches(first: 100, where: { plan: { equals: "${of}" } }) { edges { node { titre } } }
        collectivites(first: 100) { edges { node { nom } } }
        searchFiches(recherche: "haies", first: 9) { fiche { titre } }
        similarFiches(planId: "${of}", titre: "Planter des haies", first: 9) { score } }`,
      ),
    ).not.toMatch(/Plan publié|haies|Dune|score/)
    expect(
      await ask(
        who,
        `{ fiche(uuid: "${fiche.id}") { similarFiches(first: 9) { score } journal(first: 9) { edges { cursor } } actes(first: 9) { edges { cursor } } } }`,
      ),
    ).toBe('{"fiche":{"similarFiches":[],"journal":{"edges":[]},"actes":{"edges":[]}}}')
  })

  it('lets do nothing, and opens no live document', async () => {
    const { plan, fiche } = world
    expect(
      await ask(
        who,
        `{ plan(uuid: "${plan.id}") { viewerCanUpdate viewerCanCreateFiche viewerCanDelete viewerCanManageAccess }
          fiche(uuid: "${fiche.id}") { viewerCanOpen viewerCanUpdate viewerCanMove viewerCanDelete } }`,
      ),
    ).not.toContain('true')
    const mutation = `mutation { updateFiche(input: { ficheId: "${id('Fiche', fiche)}", statut: EN_COURS }) { ... on Error { code } }
      updatePlan(input: { planId: "${id('Plan', plan)}", nom: "À moi" }) { ... on Error { code } } }`
    const { data } = await app.query({ query: mutation, cookie: cookies[who] })
    expect(data).toEqual({ updateFiche: { code: 'FICHE_NOT_FOUND' }, updatePlan: { code: 'PLAN_NOT_FOUND' } })
    const [viewer, tx] = [viewers[who], prisma]
    expect(await judgeDocument({ prisma: tx, viewer, ref: { kind: 'fiche', uuid: fiche.id } })).toBeNull()
    expect(await judgeDocument({ prisma: tx, viewer, ref: { kind: 'plan', uuid: plan.id } })).toBeNull()
  })

  it('says neutral words for what its texts mention that is not public', async () => {
    const { fiche, suite, hidden, personne, service, plan, axe } = world
    const tokens = [`user/${personne.id}`, `service/${service.id}`, `fiche/${hidden.ailleurs.id}`, `fiche/${suite.id}`]
    const text = tokens.map((token) => `<pupitre:${token}>`).join(', ')
    const texts = { plain: text, markdown: `**${text}**` }
    await prisma.ficheText.updateMany({ where: { ficheId: fiche.id, field: 'description' }, data: texts })
    await prisma.planText.updateMany({ where: { planId: plan.id, field: 'description' }, data: texts })
    await prisma.planText.create({ data: { planId: plan.id, field: `axe:${axe.id}`, ...texts, seq: 0n } })
    const query = `{ fiche(uuid: "${fiche.id}") { description descriptionMarkdown } plan(uuid: "${plan.id}") { description }
      node(id: "${id('Axe', axe)}") { ... on Axe { description descriptionMarkdown } } }`
    const words = `une personne, un service, une fiche, <pupitre:fiche/${suite.id}>`
    expect(JSON.parse(await ask(who, query))).toEqual({
      fiche: { description: words, descriptionMarkdown: `**${words}**` },
      plan: { description: words },
      node: { description: words, descriptionMarkdown: `**${words}**` },
    })
    for (const reader of ['accès', 'lecteur'] as const)
      expect(await ask(reader, query)).toContain(`<pupitre:user/${personne.id}>`)
    const before = { plain: 'Des haies', markdown: 'Des haies' }
    await prisma.ficheText.updateMany({ where: { ficheId: fiche.id, field: 'description' }, data: before })
    const ofPlan = { plain: 'Ce que nous ferons', markdown: 'Ce que nous ferons' }
    await prisma.planText.updateMany({ where: { planId: plan.id, field: 'description' }, data: ofPlan })
    await prisma.planText.deleteMany({ where: { planId: plan.id, field: `axe:${axe.id}` } })
  })
})

describe('the names of people', () => {
  const NAMED = () => `{ plan(uuid: "${world.plan.id}") { pilotes { nom } referents { nom } }
    fiche(uuid: "${world.fiche.id}") { pilotes { nom } referents { nom } notesSuivi(first: 5) { edges { node { auteur } } } }
    indicateur(uuid: "${world.indicateur.id}") { valeurs(first: 5) { edges { node { auteur } } } } }`
  const ALL = 6

  const change = async (who: keyof typeof cookies, nomsPublics: boolean) =>
    app.query({
      query: `mutation { changeNomsPublics(input: { collectiviteId: "${id('Collectivite', world.collectivite)}", nomsPublics: ${nomsPublics} }) {
        __typename ... on Error { code } ... on ChangeNomsPublicsSuccess { collectivite { nomsPublics } } } }`,
      cookie: cookies[who],
    })

  it.each(['accès', 'lecteur', 'admin'] as const)('are told in any case to: %s', async (who) => {
    expect((await ask(who, NAMED())).match(/Zoé|Awa/g)).toHaveLength(ALL)
  })

  it.each([
    ['anonyme', 'COLLECTIVITE_NOT_FOUND'],
    ['ailleurs', 'COLLECTIVITE_NOT_FOUND'],
    ['accès', 'COLLECTIVITE_NOT_FOUND'],
    ['lecteur', 'MANAGE_MEMBRES_FORBIDDEN'],
    ['éditeur', 'MANAGE_MEMBRES_FORBIDDEN'],
  ] as const)('are not for %s to show', async (who, code) => {
    expect((await change(who, true)).data).toMatchObject({ changeNomsPublics: { code } })
  })

  it('are told to anybody once an admin chose so, and no more once they chose otherwise', async () => {
    expect((await change('admin', true)).data).toMatchObject({
      changeNomsPublics: { collectivite: { nomsPublics: true } },
    })
    for (const who of VISITORS) expect((await ask(who, NAMED())).match(/Zoé|Awa/g)).toHaveLength(ALL)
    expect((await change('admin', false)).data).toMatchObject({
      changeNomsPublics: { collectivite: { nomsPublics: false } },
    })
    for (const who of VISITORS) expect(await ask(who, NAMED())).not.toMatch(/Zoé|Awa/)
  })
})

describe('publishing', () => {
  it('is for admins, and hides all at once when it is taken back', async () => {
    const plan = await make.plan({ collectivite: world.collectivite, nom: 'Plan d’un jour' })
    const fiche = await make.fiche({ plan, titre: 'Fiche d’un jour' })
    const change = async (who: keyof typeof cookies, visibilite: string) => {
      const input = `{ planId: "${id('Plan', plan)}", visibilite: ${visibilite} }`
      const query = `mutation { changePlanAccess(input: ${input}) { ... on Error { code } ... on ChangePlanAccessSuccess { plan { visibilite } } } }`
      return JSON.stringify((await app.query({ query, cookie: cookies[who] })).data)
    }
    const read = `{ plan(uuid: "${plan.id}") { nom } fiche(uuid: "${fiche.id}") { titre } plansPublics(first: 100, where: { siren: "${world.collectivite.siren}" }) { edges { node { nom } } } }`
    expect(await change('éditeur', 'PUBLIC')).toContain('MANAGE_PLAN_ACCESS_FORBIDDEN')
    for (const who of VISITORS) expect(await ask(who, read)).not.toContain('d’un jour')
    expect(await change('admin', 'PUBLIC')).toContain('"PUBLIC"')
    for (const who of VISITORS) expect((await ask(who, read)).match(/d’un jour/g)).toHaveLength(3)
    expect(await ask('lecteur', read)).toContain('Fiche d’un jour')
    expect(await change('admin', 'COLLECTIVITE')).toContain('"COLLECTIVITE"')
    for (const who of VISITORS) expect(await ask(who, read)).not.toContain('d’un jour')
  })

  it('leaves to the éditeurs what they delete of it, in the corbeille, and shows it to nobody else', async () => {
    const { collectivite } = world
    const plan = await publish(await make.plan({ collectivite, nom: 'Plan supprimé' }))
    const { data } = await app.query({
      query: `mutation { deletePlan(input: { planId: "${id('Plan', plan)}" }) { __typename } }`,
      cookie: cookies.éditeur,
    })
    expect(data).toEqual({ deletePlan: { __typename: 'DeletePlanSuccess' } })
    const corbeille = `{ collectivite(siren: "${collectivite.siren}") { corbeille(first: 9) { edges { node { nom } } } } plan(uuid: "${plan.id}") { nom } }`
    expect(await ask('éditeur', corbeille)).toContain('Plan supprimé')
    for (const who of VISITORS) expect(await ask(who, corbeille)).not.toContain('Plan supprimé')
  })

  it('tells before a fiche is placed in a public plan that anybody would read it', async () => {
    const ids = `ficheId: "${id('Fiche', world.hidden.ailleurs)}", planId: "${id('Plan', world.plan)}"`
    expect(await ask('éditeur', `{ placementPreview(${ids}) { before after } }`)).toBe(
      '{"placementPreview":{"before":"MEMBRES","after":"TOUS"}}',
    )
  })
})

describe('plansPublics', () => {
  it.each(['anonyme', 'ailleurs', 'lecteur'] as const)(
    'lists page by page, by type and by SIREN, for: %s',
    async (who) => {
      const collectivite = await make.collectivite()
      for (const nom of ['A', 'B', 'C']) {
        await publish(await make.plan({ collectivite, nom }), nom === 'C' ? 'COLLECTIVITE' : 'PUBLIC')
      }
      await prisma.plan.updateMany({
        where: { collectiviteId: collectivite.id, nom: 'B' },
        data: { type: 'PLAN_COMMUNAL_SAUVEGARDE' },
      })
      const list = async (rest: string) =>
        JSON.parse(
          await ask(
            who,
            `{ plansPublics(first: 1${rest}) { edges { cursor node { nom } } pageInfo { hasNextPage } } }`,
          ),
        ).plansPublics
      const where = `siren: "${collectivite.siren}"`
      const first = await list(`, where: { ${where} }`)
      expect(first).toMatchObject({ edges: [{ node: { nom: 'A' } }], pageInfo: { hasNextPage: true } })
      const second = await list(`, after: "${first.edges[0].cursor}", where: { ${where} }`)
      expect(second).toMatchObject({ edges: [{ node: { nom: 'B' } }], pageInfo: { hasNextPage: false } })
      expect(await list(`, where: { ${where}, type: PLAN_COMMUNAL_SAUVEGARDE }`)).toMatchObject({
        edges: [{ node: { nom: 'B' } }],
      })
      expect(await list(', where: { siren: "000000000" }')).toMatchObject({ edges: [] })
    },
  )
})
