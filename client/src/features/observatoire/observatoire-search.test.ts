import { describe, expect, it, test } from 'vitest'
import { isOneTerritoire, observatoireVariables, readObservatoireSearch } from './observatoire-search.ts'

describe('the address of the observatory', () => {
  it('keeps what it says right, digits included, and leaves the rest out', () => {
    expect(
      readObservatoireSearch({
        thematique: 'energie-et-climat',
        statut: 'SANS_STATUT',
        type: 'PCAET',
        territoire: 200039204,
        texte: 2030,
        apres: 'WyJub20iXQ',
      }),
    ).toEqual({
      thematique: 'energie-et-climat',
      statut: 'SANS_STATUT',
      type: 'PCAET',
      territoire: '200039204',
      texte: '2030',
      apres: 'WyJub20iXQ',
    })
  })

  test.each([
    { thematique: 'énergie"' },
    { statut: 'FINI' },
    { type: 'toString' },
    { territoire: '20003920' },
    { territoire: ['200039204'] },
    { texte: '   ' },
    { texte: { a: 1 } },
    { apres: 'a b' },
    { avant: '' },
  ])('leaves out %j', (search) => {
    expect(Object.values(readObservatoireSearch(search)).filter((value) => value !== undefined)).toEqual([])
  })

  it('cuts a text that is too long to be the name of a plan', () => {
    expect(readObservatoireSearch({ texte: 'a'.repeat(5000) }).texte).toHaveLength(200)
  })
})

describe('what the API is asked', () => {
  it('counts the services of one territory alone', () => {
    expect(isOneTerritoire({ territoire: '200039204', apres: 'x' })).toBe(true)
    expect(isOneTerritoire({ territoire: '200039204', statut: 'EN_COURS' })).toBe(false)
    expect(observatoireVariables({ territoire: '200039204' })).toEqual({
      plans: { siren: '200039204' },
      siren: '200039204',
      fiches: null,
      first: 20,
      after: null,
    })
  })

  it('chooses plans and counts fiches by the same conditions', () => {
    const statut = { in: ['EN_COURS'] }
    const thematique = { in: ['energie-et-climat'] }
    expect(
      observatoireVariables({ type: 'PCAET', texte: 'climat', statut: 'EN_COURS', thematique: 'energie-et-climat' }),
    ).toMatchObject({
      plans: { type: 'PCAET', recherche: 'climat', statut, thematique },
      fiches: { typeDePlan: { in: ['PCAET'] }, nomDePlan: 'climat', statut, thematique },
    })
  })

  it('has no condition where nothing is asked, and reads back from a cursor', () => {
    expect(observatoireVariables({})).toEqual({ plans: null, siren: null, fiches: null, first: 20, after: null })
    expect(observatoireVariables({ statut: 'SANS_STATUT', avant: 'x' })).toMatchObject({
      plans: { statut: { isNull: true } },
      fiches: { statut: { isNull: true } },
      last: 20,
      before: 'x',
    })
  })
})
