import { describe, expect, test } from 'vitest'
import { officialCollectivite } from '../src/official-collectivite.ts'
import type { DemoAxe, DemoCollectivite, DemoFiche } from './demo-types.ts'
import { DEMO_COLLECTIVITES } from './index.ts'
import { isReprise, placesOf } from './walk.ts'

const ROLES = { admin: 'ADMIN', editeur: 'EDITEUR', contributeur: 'CONTRIBUTEUR', lecteur: 'LECTEUR' }
const CONTRACT_NAMES = ['erstein', 'lacq', 'troyes', 'blois', 'baronnies']

function fichesOf(collectivite: DemoCollectivite): DemoFiche[] {
  return collectivite.plans.flatMap((plan) => placesOf(plan).flatMap(({ place }) => (isReprise(place) ? [] : [place])))
}

function axeTexts(axe: DemoAxe): string[] {
  return [axe.nom, ...(axe.axes ?? []).flatMap(axeTexts)]
}

function textsOf(collectivite: DemoCollectivite): string[] {
  const plans = collectivite.plans.flatMap((plan) => [plan.nom, plan.description, ...plan.axes.flatMap(axeTexts)])
  const fiches = fichesOf(collectivite).flatMap((fiche) =>
    [fiche.titre, fiche.description, fiche.objectifs, fiche.moyens, fiche.financements].filter(
      (text) => text !== undefined,
    ),
  )
  const reperes = Object.values(collectivite.reperes).flatMap(({ notes = [], sousActions = [], participation }) => [
    ...notes.map(([, markdown]) => markdown),
    ...sousActions.map(({ titre }) => titre),
    ...(participation ? [participation[1]] : []),
  ])
  const indicateurs = collectivite.indicateurs.flatMap(({ nom, definition, valeurs }) => [
    nom,
    definition,
    ...Object.values(valeurs).flatMap(([, , commentaire]) => commentaire ?? []),
  ])
  return [...collectivite.services, ...plans, ...fiches, ...reperes, ...indicateurs]
}

const everyFiche = DEMO_COLLECTIVITES.flatMap(fichesOf)
const everyText = DEMO_COLLECTIVITES.flatMap(textsOf)

test('is about the collectivités of these official names', () => {
  expect(DEMO_COLLECTIVITES.map(({ siren }) => officialCollectivite(siren))).toMatchObject([
    { nom: "CC du Canton d'Erstein", type: 'COMMUNAUTE_COMMUNES' },
    { nom: 'CC de Lacq-Orthez', type: 'COMMUNAUTE_COMMUNES' },
    { nom: 'CA Troyes Champagne Métropole', type: 'COMMUNAUTE_AGGLOMERATION' },
    { nom: 'CA de Blois «\u00a0Agglopolys\u00a0»', type: 'COMMUNAUTE_AGGLOMERATION' },
    { nom: 'CC des Baronnies en Drôme Provençale', type: 'COMMUNAUTE_COMMUNES' },
  ])
})

test('has about sixty fiches, each with its own title', () => {
  expect(everyFiche.length).toBeGreaterThanOrEqual(60)
  expect(new Set(everyFiche.map((fiche) => fiche.titre)).size).toBe(everyFiche.length)
})

test('uses every statut and every priorité', () => {
  expect(new Set(everyFiche.map((fiche) => fiche.statut)).size).toBe(7)
  expect(new Set(everyFiche.map((fiche) => fiche.priorite)).size).toBe(3)
})

test('repeats no sentence from one text to another', () => {
  const sentences = everyText.flatMap((text) => text.split(/(?<=[.!?])\s+|\n+/)).filter((text) => text.length > 40)
  const repeated = sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)
  expect(repeated).toEqual([])
})

test('is set in French typography', () => {
  const straightApostrophe = everyText.filter((text) => /\p{L}'/u.test(text))
  const loosePunctuation = everyText.filter((text) =>
    / [;:!?%»€]|« |\u202f[:»]|«\u202f|[^\s\u202f][;!?»](?!\w)/u.test(text),
  )
  expect(straightApostrophe).toEqual([])
  expect(loosePunctuation).toEqual([])
})

test('gives nobody twice the same account', () => {
  const accounts = DEMO_COLLECTIVITES.flatMap(({ personnes }) => personnes.map(({ compte }) => compte))
  expect(new Set(accounts).size).toBe(accounts.length)
})

describe.each(DEMO_COLLECTIVITES.map((collectivite, index) => ({ name: CONTRACT_NAMES[index], collectivite })))(
  '$name',
  ({ name, collectivite }) => {
    test('has the four accounts of the contract, each with its role', () => {
      for (const [prefix, role] of Object.entries(ROLES)) {
        expect(collectivite.personnes).toContainEqual(expect.objectContaining({ compte: `${prefix}.${name}`, role }))
      }
    })

    test('has two to four plans', () => {
      expect(collectivite.plans.length).toBeGreaterThanOrEqual(2)
      expect(collectivite.plans.length).toBeLessThanOrEqual(4)
    })

    test('names only services that it has', () => {
      const named = [...collectivite.personnes, ...fichesOf(collectivite)].flatMap(({ services }) => services)
      expect(named.filter((service) => !collectivite.services.includes(service))).toEqual([])
    })

    test('has a fiche that the contributeur may edit, and one that they may not', () => {
      const mine = collectivite.personnes.find(({ compte }) => compte === `contributeur.${name}`)?.services ?? []
      const editable = fichesOf(collectivite).filter(({ services }) =>
        services.some((service) => mine.includes(service)),
      )
      expect(editable.length).toBeGreaterThan(0)
      expect(editable.length).toBeLessThan(fichesOf(collectivite).length)
    })

    test('holds at least one fiche in two places, and each second place names a fiche of its own', () => {
      const cles = fichesOf(collectivite).flatMap(({ cle }) => cle ?? [])
      const reprises = collectivite.plans.flatMap((plan) =>
        placesOf(plan).flatMap(({ place }) => (isReprise(place) ? [place.reprise] : [])),
      )
      expect(reprises.length).toBeGreaterThan(0)
      expect(reprises.filter((cle) => !cles.includes(cle))).toEqual([])
      expect(new Set(cles).size).toBe(cles.length)
    })

    test('links its indicateurs to fiches and axes that it has', () => {
      const titres = new Set(fichesOf(collectivite).map(({ titre }) => titre))
      const noms = new Set(collectivite.plans.flatMap(({ axes }) => axes.flatMap(axeTexts)))
      expect(collectivite.indicateurs.length).toBeGreaterThan(0)
      expect(
        collectivite.indicateurs.flatMap(({ fiches = [] }) => fiches.filter((titre) => !titres.has(titre))),
      ).toEqual([])
      expect(collectivite.indicateurs.flatMap(({ axes = [] }) => axes.filter((nom) => !noms.has(nom)))).toEqual([])
    })

    test('ends nothing before it begins', () => {
      const wrong = fichesOf(collectivite).filter(({ debut, fin }) => debut && fin && fin < debut)
      expect(wrong).toEqual([])
    })
  },
)

test('gives repères to fiches that are there, in each collectivité', () => {
  for (const collectivite of DEMO_COLLECTIVITES) {
    const titres = new Set(fichesOf(collectivite).map(({ titre }) => titre))
    const described = Object.keys(collectivite.reperes)
    expect(described.length).toBeGreaterThanOrEqual(3)
    expect(described.filter((titre) => !titres.has(titre))).toEqual([])
  }
})
