import { describe, expect } from 'vitest'
import { graphqlTest as it } from '../../test/graphql-test.ts'

const WHOLE_FICHE = `uuid titre statut description descriptionMarkdown objectifs moyens financements viewerCanUpdate
  services { nom } collectivite { nom } budgets { montant } budgetTotal { montant } financeurs { financeurs { nom } }
  champsPropres { nom choixPossibles { nom } texte choix { nom } }
  enRetard ameliorationContinue calendrier tempsDeMiseEnOeuvre participationCitoyenne participationDetail
  pilotes { nom } referents { nom } cibles effetsAttendus thematiques { nom sousThematiques { nom } }
  sousThematiques { nom } structures { nom } partenaires { nom } instancesGouvernance { nom } tags { nom }
  mesuresLiees { titre } sousActions { titre viewerCanUpdate } notesSuivi(first: 2) { edges { node { auteur texte } } }
  placements(first: 5) { edges { node { position axe { nom parent { nom } } plan { nom fichesCount } } } }`

const WHOLE_INDICATEUR = `nom unite viewerCanUpdate collectivite { nom } fiches { titre } axes { nom }
  valeurs(last: 5) { edges { node { periode realise auteur } } }`

const QUERIES = {
  fiches: (size: number) => `{ fiches(first: ${size}) { edges { node { ${WHOLE_FICHE} } } } }`,
  plans: (size: number) => `{ plans(first: ${size}) { edges { node {
    nom description fichesCount avancement { partRealisee } viewerCanUpdate collectivite { nom }
    axes(first: 10) { edges { node { nom description descriptionMarkdown avancement { enRetardCount } parent { nom } enfants(first: 5) { edges { node { nom } } } } } }
    placements(first: 10) { edges { node { position fiche { titre description services { nom } viewerCanUpdate } } } } } } } }`,
  'plans of a collectivité, with how far each is': (size: number) => `{ collectivites(first: 1) { edges { node {
    nom
    plans(first: ${size}) { edges { node { nom avancement { fichesCount partRealisee enRetardCount statuts { fichesCount }
      budgets { montant } } } } } } } } }`,
  'plans where a fiche may be placed': (size: number) => `{ collectivites(first: 1) { edges { node {
    plans(first: ${size}, recherche: "b", viewerCanUpdate: true) { edges { node {
      nom fichesCount viewerCanUpdate collectivite { nom } } } } } } } }`,
  'indicateurs of a collectivité': (size: number) => `{ collectivites(first: 1) { edges { node {
    indicateurs(first: ${size}) { edges { node { ${WHOLE_INDICATEUR} } } } } } } }`,
  'indicateurs of fiches, axes and plans': (size: number) => `{
    fiches(first: ${size}) { edges { node { titre indicateurs { ${WHOLE_INDICATEUR} } } } }
    plans(first: ${size}) { edges { node { nom indicateurs(first: 5) { edges { node { ${WHOLE_INDICATEUR} } } }
      axes(first: 5) { edges { node { nom indicateurs { nom viewerCanUpdate } } } } } } } }`,
  'fiches and those close to each': (size: number) => `{ fiches(first: ${size}) { edges { node {
    titre similarFiches(first: 5) { score raisons { phrase } fiche { titre services { nom } viewerCanUpdate } } } } } }`,
  'possible duplicates': (size: number) => `{ collectivites(first: 1) { edges { node {
    doublonsPossibles(first: ${size}) { edges { node {
      score fiche { titre services { nom } viewerCanUpdate } autre { titre placements(first: 2) { edges { node { position plan { nom } } } } } } } } } } } }`,
  'a plan’s places': (size: number) => `{ plans(first: 1) { edges { node {
    placements(first: ${size}) { edges { node { axe { nom } fiche { ${WHOLE_FICHE} } } } } } } } }`,
}

/** Asked without signing in, of what is public. */
const OF_ANYBODY = {
  'the public plans': (
    size: number,
    siren: string,
  ) => `{ plansPublics(first: ${size}, where: { siren: "${siren}" }) { edges { node {
    nom description fichesCount avancement { partRealisee } viewerCanUpdate collectivite { nom } pilotes { nom }
    indicateurs(first: 5) { edges { node { ${WHOLE_INDICATEUR} } } }
    axes(first: 10) { edges { node { nom parent { nom } indicateurs { nom } } } }
    placements(first: 2) { edges { node { position fiche { ${WHOLE_FICHE} } } } } } } } }`,
  'the places of a public plan': (
    size: number,
    siren: string,
  ) => `{ plansPublics(first: 1, where: { siren: "${siren}" }) { edges { node {
    placements(first: ${size}) { edges { node { axe { nom } fiche { ${WHOLE_FICHE} } } } } } } } }`,
}

describe('the number of SQL statements', () => {
  for (const [name, query] of Object.entries({ ...QUERIES, ...OF_ANYBODY })) {
    it(`is the same for a page of 2 and a page of 50: ${name}`, async ({ app, counted, make, prisma }) => {
      const collectivite = await make.collectivite()
      const services = [await make.service({ collectivite }), await make.service({ collectivite })]
      const named = { collectiviteId: collectivite.id, nom: 'Zoé', nomNormalise: 'zoe' }
      const personne = await prisma.personne.create({ data: named })
      const label = await prisma.label.create({ data: { ...named, genre: 'TAG' } })
      const first = await make.plan({ collectivite, nom: 'A' })
      const axe = await make.axe({ plan: first })
      const parent = await make.axe({ parent: axe })
      for (let index = 0; index < 55; index += 1) {
        const plan = await make.plan({ collectivite, nom: `B ${index}` })
        await prisma.champPropre.create({ data: { planId: plan.id, nom: 'Clause', type: 'TEXTE', position: 'a0' } })
        await make.fiche({ axe: await make.axe({ parent: await make.axe({ plan }) }) })
        const titre = index % 2 === 0 ? 'Aménager des mares' : 'Alléger les toitures'
        const texts = { titre, description: 'Une haie\nune mare' }
        const { id: ficheId } = await make.fiche({ axe: parent, services, ...texts })
        const [personneId, labelId] = [personne.id, label.id]
        const of = { ficheId, collectiviteId: collectivite.id }
        await prisma.fichePilote.create({ data: { ...of, personneId } })
        await prisma.ficheReferent.create({ data: { ...of, personneId } })
        await prisma.ficheLabel.create({ data: { ...of, labelId, genre: 'TAG' } })
        await prisma.ficheThematique.create({ data: { ficheId, thematiqueCode: 'activites-economiques' } })
        const indicateur = await make.indicateur({ collectivite, valeurs: { 2025: ['1', '2'], 2026: ['1', null] } })
        const link = { ficheId, indicateurId: indicateur.id, collectiviteId: collectivite.id }
        await prisma.ficheIndicateur.create({ data: link })
        await prisma.axeIndicateur.create({ data: { axeId: axe.id, indicateurId: indicateur.id } })
      }
      const { user } = await make.membre({ collectivite, services })
      const asAnybody = name in OF_ANYBODY
      if (asAnybody)
        await prisma.plan.updateMany({ where: { collectiviteId: collectivite.id }, data: { visibilite: 'PUBLIC' } })
      const cookie = asAnybody ? null : await app.signIn(user)
      const counts = new Map<number, number>()
      for (const size of [2, 50]) {
        const statements = await counted.statementsOf(async () => {
          const { data, errors } = await app.query({ query: query(size, collectivite.siren), cookie })
          expect(errors).toEqual([])
          expect(JSON.stringify(data).match(/"position":|"titre":|"nom":/g)?.length).toBeGreaterThan(size)
        })
        counts.set(size, statements.length)
      }
      expect(counts.get(50)).toBe(counts.get(2))
    }, 60_000)
  }
})
