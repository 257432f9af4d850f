import { describe, expect, it } from 'vitest'
import { compareFiches, type FicheComparee } from './compare-fiches.ts'
import { empreinteOf } from './empreinte.ts'
import { motsOf } from './mots.ts'
import type { FicheLue } from './read-compared.ts'

/** Words that PostgreSQL's dictionary leaves out, among those of these tests. */
const LEFT_OUT = new Set([
  'de',
  'la',
  'le',
  'les',
  'des',
  'du',
  'en',
  'et',
  'sur',
  'au',
  'aux',
  'un',
  'une',
  'pour',
  'dans',
])

function fiche(titre: string, given: Partial<FicheLue> = {}): FicheComparee {
  const lue: FicheLue = {
    id: titre,
    collectiviteId: 'c',
    familleId: titre,
    titre,
    texte: '',
    dateDebut: null,
    dateFin: null,
    services: [],
    pilotes: [],
    plans: [],
    axes: [],
    ...given,
  }
  const formes = [...motsOf(lue.titre), ...motsOf(lue.texte)].map(({ forme }) => forme)
  const racines = new Map(formes.map((forme) => [forme, LEFT_OUT.has(forme) ? null : forme.replace(/(es|s|e)$/, '')]))
  return { lue, empreinte: empreinteOf(lue, racines) }
}

const score = (one: FicheComparee, other: FicheComparee) => compareFiches(one, other).score
const codes = (one: FicheComparee, other: FicheComparee) => compareFiches(one, other).raisons.map(({ code }) => code)

describe('compareFiches', () => {
  it('gives 1 to the same titre, and 0 to titres without a word in common', () => {
    expect(score(fiche('Planter des haies bocagères'), fiche('Planter des haies bocagères'))).toBe(1)
    expect(score(fiche('Planter des haies'), fiche('Festival de jazz'))).toBe(0)
  })

  it('gives the same score whichever fiche is asked', () => {
    const [one, other] = [fiche('Schéma directeur cyclable'), fiche('Plan vélo intercommunal')]
    expect(score(one, other)).toBe(score(other, one))
    expect(score(one, other)).toBeGreaterThan(0.3)
  })

  it('sees one thing under its several names, and quotes both', () => {
    const { raisons } = compareFiches(fiche('Déployer des bornes de recharge'), fiche('Réseau d’IRVE'))
    expect(raisons[0]).toMatchObject({ code: 'TITRES', phrase: 'Titres proches : bornes de recharge / irve' })
  })

  it('gives little for the words of every titre', () => {
    const generic = score(
      fiche('Mettre en place un plan d’action territorial'),
      fiche('Plan d’action pour le territoire'),
    )
    const telling = score(fiche('Lutter contre l’ambroisie'), fiche('Plan de lutte contre l’ambroisie'))
    expect(generic).toBeLessThan(0.3)
    expect(telling).toBeGreaterThan(0.4)
  })

  it('sees a mistyped word, and not another that differs by a letter', () => {
    expect(score(fiche('Protéger les hirondelles'), fiche('Protéger les hirondeles'))).toBeGreaterThan(0.5)
    expect(score(fiche('Parc scolaire'), fiche('Parc solaire'))).toBeLessThan(0.6)
  })

  it.each([
    ['other places', 'École Jean Moulin à rénover', 'École Marie Curie à rénover', 'NOMS_DIFFERENTS'],
    ['other years', 'Bilan carbone 2025', 'Bilan carbone 2028', 'NOMBRES_DIFFERENTS'],
    ['another part of the work', 'Étude du réseau d’eau', 'Travaux du réseau d’eau', 'NATURES_DIFFERENTES'],
  ])('gives less to %s, and says so', (_, one, other, code) => {
    expect(codes(fiche(one), fiche(other))).toContain(code)
    expect(score(fiche(one), fiche(other))).toBeLessThan(0.75)
    expect(compareFiches(fiche(one), fiche(other)).raisons.at(-1)?.apport).toBeLessThan(0)
  })

  it('names no place for a capital that begins a titre, or for an acronym', () => {
    expect(codes(fiche('Haies : Planter'), fiche('Haies, Entretien'))).not.toContain('NOMS_DIFFERENTS')
    expect(codes(fiche('Élaborer le PCAET'), fiche('Élaborer le PLUI'))).not.toContain('NOMS_DIFFERENTS')
  })

  it('adds hints to what is close, and makes nothing close by them', () => {
    const dates = { dateDebut: new Date('2026-01-01'), dateFin: new Date('2027-12-31') }
    const hints = { ...dates, services: [{ id: 's', nom: 'Voirie' }], pilotes: [{ id: 'p', nom: 'Awa' }] }
    const places = { plans: [{ id: 'pl', nom: 'PCAET' }], axes: [{ id: 'a', nom: 'Mobilité' }] }
    const near = compareFiches(
      fiche('Schéma cyclable', { ...hints, ...places }),
      fiche('Pistes cyclables', { ...hints, ...places }),
    )
    expect(near.raisons.map(({ phrase }) => phrase)).toEqual([
      'Titres proches : cyclable',
      'Même pilote : Awa',
      'Même axe : Mobilité',
      'Même service : Voirie',
      'Périodes qui se recoupent',
    ])
    expect(near.score).toBeGreaterThan(score(fiche('Schéma cyclable'), fiche('Pistes cyclables')))
    expect(score(fiche('Ruches', { ...hints, ...places }), fiche('Digues', { ...hints, ...places }))).toBe(0)
  })

  it('gives less when the periods are apart, and nothing for an unknown date', () => {
    const [before, after] = [
      fiche('Schéma cyclable', { dateDebut: new Date('2020-01-01'), dateFin: new Date('2021-12-31') }),
      fiche('Schéma cyclable', { dateDebut: new Date('2026-01-01'), dateFin: new Date('2027-12-31') }),
    ]
    expect(codes(before, after)).toContain('PERIODES_DIFFERENTES')
    expect(codes(before, fiche('Schéma cyclable', { dateDebut: new Date('2026-01-01') }))).toEqual(['TITRES'])
  })

  it('explains every score: the reasons add up to it', () => {
    const one = fiche('Planter des haies', {
      texte: 'Avec les agriculteurs du plateau, dix kilomètres de plants par an.',
    })
    const other = fiche('Restaurer le bocage', {
      texte: 'Des plants pour les agriculteurs : dix kilomètres chaque hiver, plateau.',
    })
    const { score: given, raisons } = compareFiches(one, other)
    const sum = raisons.reduce((total, { apport }) => total + apport, 0)
    expect(Math.abs(sum - given)).toBeLessThan(0.03)
  })
})
