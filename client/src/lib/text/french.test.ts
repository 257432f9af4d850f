import { describe, expect, it } from 'vitest'
import { counted, fr } from './french.ts'

describe('fr', () => {
  it.each([
    [fr`Quitter la page ?`, 'Quitter la page\u202f?'],
    [fr`Attention !`, 'Attention\u202f!'],
    [fr`En ligne ; à jour`, 'En ligne\u202f; à jour'],
    [fr`Statut : en cours`, 'Statut\u00a0: en cours'],
    [fr`la fiche « Vélo »`, 'la fiche «\u00a0Vélo\u00a0»'],
  ])('sets no-break spaces where French wants them: %s', (written, expected) => {
    expect(written).toBe(expected)
  })

  it('leaves a value as it was written by its author', () => {
    expect(fr`Plan ${'A ? B'} : ouvert`).toBe('Plan A ? B\u00a0: ouvert')
    expect(fr`${1} sur ${2}`).toBe('1 sur 2')
  })
})

describe('counted', () => {
  it.each([
    [0, '0\u00a0fiche'],
    [1, '1\u00a0fiche'],
    [2, '2\u00a0fiches'],
    [1234, '1\u202f234\u00a0fiches'],
  ])('counts %i as French does', (count, expected) => {
    expect(counted(count, 'fiche', 'fiches')).toBe(expected)
  })
})
