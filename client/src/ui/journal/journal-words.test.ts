import { expect, it } from 'vitest'
import { detailsOf, resumeText, summaryText, whatHappened } from './journal-words.ts'

const changed = (champ: string, avant: string | null, apres: string | null) => ({ champ, avant, apres })

it('names the field when only one changed, in the page’s words', () => {
  const line = {
    objet: 'FICHE' as const,
    operation: 'CHANGEMENT' as const,
    changements: [changed('statut', 'A_VENIR', 'EN_COURS')],
  }
  expect(whatHappened(line)).toBe('Statut')
  expect(detailsOf(line)).toEqual([{ label: null, avant: 'À venir', apres: 'En cours' }])
})

it('names each of several fields, with dates in words, and says nothing of an order', () => {
  const line = {
    objet: 'FICHE' as const,
    operation: 'CHANGEMENT' as const,
    changements: [
      changed('dateFin', null, '2026-12-31'),
      changed('restreinte', 'false', 'true'),
      changed('position', 'a0', 'a1'),
    ],
  }
  expect(whatHappened(line)).toBe('Fiche modifiée')
  expect(detailsOf(line)).toEqual([
    { label: 'Échéance', avant: null, apres: '31\u00a0décembre\u00a02026' },
    { label: 'Restreinte', avant: 'non', apres: 'oui' },
  ])
})

it('tells a key of the API by what it permits and until when, in words', () => {
  const line = {
    objet: 'CLE_API' as const,
    operation: 'CREATION' as const,
    changements: [
      changed('nom', null, 'Observatoire'),
      changed('scopes', null, 'LIRE, ECRIRE'),
      changed('expiresAt', null, '2027-03-12T12:00:00.5+00:00'),
    ],
  }
  expect(detailsOf(line).map(({ apres }) => apres)).toEqual([
    'Observatoire',
    'Lire, Modifier',
    expect.stringMatching(/^12 mars 2027 à \d+:00$/),
  ])
})

it.each(['2026-99-99', '2026-99-99T10:00:00Z', '2026-01-01T10:00 réunion', 'Axe 1'])(
  'leaves what somebody wrote as it is, were it like a date: %s',
  (value) => {
    expect(
      detailsOf({ objet: 'FICHE', operation: 'CHANGEMENT', changements: [changed('titre', null, value)] }),
    ).toEqual([{ label: null, avant: null, apres: value }])
  },
)

it.each([
  ['PILOTE_DE_FICHE', 'CREATION', 'Pilote ajouté'],
  ['CIBLE', 'SUPPRESSION', 'Cible retirée'],
  ['CORBEILLE', 'CREATION', 'Mise à la corbeille'],
  ['CORBEILLE', 'SUPPRESSION', 'Restauration'],
  ['TEXTE', 'CHANGEMENT', 'Texte modifié'],
] as const)('says of %s, %s: %s', (objet, operation, words) => {
  expect(whatHappened({ objet, operation, changements: [] })).toBe(words)
})

it('counts what was written in a text', () => {
  const line = {
    objet: 'TEXTE' as const,
    operation: 'CHANGEMENT' as const,
    changements: [
      changed('champ', 'description', 'description'),
      changed('ajouts', null, '120'),
      changed('version', null, 'x'),
    ],
  }
  expect(detailsOf(line)).toEqual([{ label: 'Description', avant: null, apres: '120\u00a0caractères ajoutés' }])
})

it.each([
  ['FICHE', 'CREATION', 209, '209\u00a0fiches ajoutées'],
  ['AXE', 'CREATION', 1, '1\u00a0axe ajouté'],
  ['CORBEILLE', 'CREATION', 2, '2\u00a0mises à la corbeille'],
  ['CORBEILLE', 'SUPPRESSION', 2, '2\u00a0restaurations'],
  ['LIGNE_BUDGET', 'CHANGEMENT', 3, '3\u00a0lignes de budget modifiées'],
] as const)('counts %s, %s, %i times: %s', (objet, operation, nombre, words) => {
  expect(resumeText({ objet, operation, nombre })).toBe(words)
})

it('tells a long act by its plans and fiches first, and counts what goes with them', () => {
  const created = (objet: 'LABEL_DE_FICHE' | 'CIBLE' | 'FICHE' | 'PLAN' | 'AXE', nombre: number) => ({
    objet,
    operation: 'CREATION' as const,
    nombre,
  })
  const told = [created('LABEL_DE_FICHE', 900), created('CIBLE', 500), created('FICHE', 209), created('PLAN', 1)]
  expect(summaryText(told)).toBe(
    '1\u00a0plan ajouté, 209\u00a0fiches ajoutées, 900\u00a0libellés ajoutés, 500\u00a0cibles ajoutées',
  )
  expect(summaryText([...told, created('AXE', 24)])).toBe(
    '1\u00a0plan ajouté, 209\u00a0fiches ajoutées, 24\u00a0axes ajoutés, 900\u00a0libellés ajoutés et 500\u00a0autres changements',
  )
})
