import { expect, it } from 'vitest'
import { laisseText } from './merge-words.ts'

it('says what is kept and what is not taken in the words of the page', () => {
  const text = (champ: string, gardee: string, absorbee: string, precision: string | null = null) =>
    laisseText({ champ, precision, gardee, absorbee }).replaceAll('\u00a0', ' ')
  expect(text('statut', 'EN_COURS', 'BLOQUE')).toBe('Statut : « En cours » est gardé, « Bloqué » n’est pas repris.')
  expect(text('dateFin', '', '2026-03-02')).toBe('Échéance : « 2 mars 2026 » n’est pas repris.')
  expect(text('champsPropres', 'A', 'B', 'Lot')).toBe('Champs du plan, Lot : « A » est gardé, « B » n’est pas repris.')
  expect(text('liens', 'DEPEND_DE', 'DEPEND_DE', 'Gare')).toBe('Fiches liées, Gare : déjà liée dans l’autre sens.')
})
