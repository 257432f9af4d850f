import { encodeGlobalID } from '@pothos/plugin-relay'
import { describe, expect } from 'vitest'
import { graphqlTest as it } from '../../../test/graphql-test.ts'
import { VISITE_GAP_MS } from '../../domain/pupitre/visite.ts'

const idOf = (collectivite: { id: string }) => encodeGlobalID('Collectivite', collectivite.id)
const membreIdOf = ({ viewer }: { viewer: { memberships: readonly { membreId: string | null }[] } }) =>
  viewer.memberships[0]?.membreId ?? ''
const valuesOf = (data: unknown, field: string) =>
  [...JSON.stringify(data).matchAll(new RegExp(`"${field}":"([^"]*)"`, 'g'))].map(([, value]) => value)

describe('visits', () => {
  it('are one’s own, in each collectivité, and end after an hour', async ({ app, make, prisma }) => {
    const collectivite = await make.collectivite()
    const [one, other] = [await make.membre({ collectivite }), await make.membre({ collectivite })]
    const cookies = [await app.signIn(one.user), await app.signIn(other.user)] as const
    const visit = (cookie: string) =>
      app.query({
        query: 'mutation ($input: NoteVisiteInput!) { noteVisite(input: $input) { __typename } }',
        variables: { input: { collectiviteId: idOf(collectivite) } },
        cookie,
      })
    const derniere = async (cookie: string) => {
      const { data } = await app.query({
        query: `{ pupitre(siren: "${collectivite.siren}") { derniereVisite } }`,
        cookie,
      })
      return valuesOf(data, 'derniereVisite')[0]
    }

    expect(await derniere(cookies[0])).toBeUndefined()
    expect(await visit(cookies[0])).toMatchObject({ data: { noteVisite: { __typename: 'NoteVisiteSuccess' } } })
    await visit(cookies[0])
    expect(await derniere(cookies[0])).toBeUndefined()

    const vuAt = new Date(Date.now() - VISITE_GAP_MS - 1000)
    await prisma.membrePupitre.update({ where: { membreId: membreIdOf(one) }, data: { vuAt } })
    expect(await derniere(cookies[0])).toBe(vuAt.toISOString())
    await visit(cookies[0])
    expect(await derniere(cookies[0])).toBe(vuAt.toISOString())
    expect(await derniere(cookies[1])).toBeUndefined()
  })
})

describe('what changed of one’s own', () => {
  it('is what others did of one’s fiches, one’s services’ and one’s plans, as far as one may read it', async ({
    app,
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const service = await make.service({ collectivite })
    const membre = await make.membre({ collectivite, role: 'CONTRIBUTEUR', services: [service] })
    const colleague = await make.membre({ collectivite, role: 'EDITEUR' })
    const [plan, heldPlan] = [await make.plan({ collectivite }), await make.plan({ collectivite })]
    const { id: personneId } = await prisma.personne.findFirstOrThrow({ where: { membreId: membreIdOf(membre) } })
    const link = { personneId, collectiviteId: collectivite.id }
    const [mine, ours, theirs, closed] = [
      await make.fiche({ plan, titre: 'À moi' }),
      await make.fiche({ plan, titre: 'Du service', services: [service] }),
      await make.fiche({ plan, titre: 'D’un autre' }),
      await make.fiche({ plan, titre: 'Restreinte', services: [service] }),
    ]
    await prisma.fichePilote.create({ data: { ficheId: mine.id, ...link } })
    await prisma.planReferent.create({ data: { planId: heldPlan.id, ...link } })
    await prisma.fiche.update({ where: { id: closed.id }, data: { restreinte: true } })
    const depuis = new Date()
    const change = async (cookie: string, ficheId: string, statut: string) =>
      app.query({
        query: 'mutation ($input: UpdateFicheInput!) { updateFiche(input: $input) { __typename } }',
        variables: { input: { ficheId: encodeGlobalID('Fiche', ficheId), statut } },
        cookie,
      })
    const [me, editeur] = [await app.signIn(membre.user), await app.signIn(colleague.user)]
    for (const { id } of [mine, ours, theirs]) await change(editeur, id, 'EN_COURS')
    await change(me, ours.id, 'BLOQUE')
    await prisma.fiche.update({ where: { id: closed.id }, data: { statut: 'BLOQUE' } })
    await app.query({
      query: 'mutation ($input: UpdatePlanInput!) { updatePlan(input: $input) { __typename } }',
      variables: { input: { planId: encodeGlobalID('Plan', heldPlan.id), nom: 'Plan renommé' } },
      cookie: editeur,
    })
    const told = async (where: object, cookie: string) => {
      const { data, errors } = await app.query({
        query: `query ($where: JournalWhere) { collectivite(siren: "${collectivite.siren}") {
          actes(first: 50, where: $where) { edges { node { lignes { fiche { nom } plan { nom } } } } } } }`,
        variables: { where: { depuis: depuis.toISOString(), ...where } },
        cookie,
      })
      expect(errors).toEqual([])
      return valuesOf(data, 'nom').map(String).toSorted()
    }

    expect(await told({ pourMoi: true, parAutrui: true }, me)).toEqual(['Du service', 'Plan renommé', 'À moi'])
    expect(await told({ pourMoi: true, parAutrui: false }, me)).toEqual(['Du service'])
    expect(await told({ pourMoi: false, parAutrui: true }, me)).toEqual(['D’un autre'])
    expect(await told({ pourMoi: true }, editeur)).toEqual([])
  })

  it('names the plans of which one is pilote or référent, and the fiches that are not over', async ({
    app,
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const membre = await make.membre({ collectivite, role: 'LECTEUR' })
    const [held, closed] = [
      await make.plan({ collectivite, nom: 'Tenu' }),
      await make.plan({ collectivite, nom: 'Fermé' }),
    ]
    await make.plan({ collectivite, nom: 'D’un autre' })
    const { id: personneId } = await prisma.personne.findFirstOrThrow({ where: { membreId: membreIdOf(membre) } })
    for (const { id: planId } of [held, closed])
      await prisma.planPilote.create({ data: { planId, personneId, collectiviteId: collectivite.id } })
    await prisma.plan.update({ where: { id: closed.id }, data: { visibilite: 'RESTREINT' } })
    await make.fiche({ plan: held, titre: 'Sans statut' })
    const over = await make.fiche({ plan: held, titre: 'Faite' })
    await prisma.fiche.update({ where: { id: over.id }, data: { statut: 'REALISE' } })
    const cookie = await app.signIn(membre.user)
    const query = `{ plans(first: 9, where: { pourMoi: true }) { edges { node { nom } } }
      others: plans(first: 9, where: { pourMoi: false }) { edges { node { other: nom } } }
      fiches(first: 9, where: { achevee: false }) { edges { node { titre } } }
      over: fiches(first: 9, where: { achevee: true }) { edges { node { over: titre } } } }`
    const { data } = await app.query({ query, cookie })
    expect(valuesOf(data, 'nom')).toEqual(['Tenu'])
    expect(valuesOf(data, 'other')).toEqual(['D’un autre'])
    expect(valuesOf(data, 'titre')).toEqual(['Sans statut'])
    expect(valuesOf(data, 'over')).toEqual(['Faite'])
  })
})

describe('first steps', () => {
  it('are done as the data says, by role, and put away for good by their member alone', async ({
    app,
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const admin = await make.membre({ collectivite, role: 'ADMIN' })
    await prisma.user.update({ where: { id: admin.user.id }, data: { name: 'prenom.nom' } })
    const cookie = await app.signIn(admin.user)
    const pas = async (who: string) => {
      const { data } = await app.query({
        query: `{ pupitre(siren: "${collectivite.siren}") { premiersPas { code fait } } }`,
        cookie: who,
      })
      const done = [...JSON.stringify(data).matchAll(/"code":"([A-Z_]+)","fait":(true|false)/g)]
      return done.map(([, code, fait]) => (fait === 'true' ? code : `${code}…`))
    }
    expect(await pas(cookie)).toEqual(['IDENTITE…', 'PREMIER_PLAN…', 'COLLEGUES…'])

    await prisma.user.update({ where: { id: admin.user.id }, data: { name: 'Anne Petit' } })
    const plan = await make.plan({ collectivite })
    const contributeur = await make.membre({ collectivite, role: 'CONTRIBUTEUR' })
    await prisma.user.update({ where: { id: contributeur.user.id }, data: { name: 'Zoé Morel' } })
    expect(await pas(cookie)).toEqual(['IDENTITE', 'PREMIER_PLAN', 'COLLEGUES'])
    // There is a service now, and the admin is of none.
    const service = await make.service({ collectivite })
    expect(await pas(cookie)).toEqual(['IDENTITE…', 'PREMIER_PLAN', 'COLLEGUES'])

    const theirs = await app.signIn(contributeur.user)
    expect(await pas(theirs)).toEqual(['IDENTITE', 'PREMIERE_FICHE…', 'PREMIERE_NOTE…'])
    await prisma.membreService.create({
      data: { membreId: membreIdOf(contributeur), serviceId: service.id, collectiviteId: collectivite.id },
    })
    const fiche = await make.fiche({ plan, services: [service] })
    const mutation = await app.query({
      query: 'mutation ($input: CreateFicheNoteInput!) { createFicheNote(input: $input) { __typename } }',
      variables: { input: { ficheId: encodeGlobalID('Fiche', fiche.id), date: '2026-11-27' } },
      cookie: theirs,
    })
    expect(mutation).toMatchObject({ data: { createFicheNote: { __typename: 'CreateFicheNoteSuccess' } } })
    expect(await pas(theirs)).toEqual(['IDENTITE', 'PREMIERE_FICHE', 'PREMIERE_NOTE'])

    await app.query({
      query: 'mutation ($input: DismissPremiersPasInput!) { dismissPremiersPas(input: $input) { __typename } }',
      variables: { input: { collectiviteId: idOf(collectivite) } },
      cookie,
    })
    expect(await pas(cookie)).toEqual([])
    expect(await pas(theirs)).toHaveLength(3)
    const lecteur = await make.membre({ collectivite, role: 'LECTEUR' })
    expect(await pas(await app.signIn(lecteur.user))).toEqual([])
  })
})
