import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import { ValidationError } from '../errors.ts'
import { MAX_FOUND, searchFiches } from './search-fiches.ts'
import { MAX_RECHERCHE_CHARACTERS, MAX_RECHERCHE_TERMS, searchTerms } from './search-terms.ts'

describe('searchFiches', () => {
  it('finds French words by their stems, accents and case apart, in any text of the fiche', async ({
    make,
    prisma,
  }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const { viewer } = await make.membre({ collectivite, role: 'LECTEUR' })
    const haies = await make.fiche({ plan, titre: 'Planter des haies bocagères', description: 'Avec les écoles' })
    const ecoles = await make.fiche({ plan, titre: 'Rénover les écoles', description: 'Isolation et énergies' })
    const found = async (recherche: string) =>
      (await searchFiches({ prisma, viewer }, { recherche, first: 10 })).map(({ id }) => id)

    expect(await found('haie')).toEqual([haies.id])
    expect(await found('HAIES BOCAGERES')).toEqual([haies.id])
    expect(await found('energie')).toEqual([ecoles.id])
    expect(await found('bocag')).toEqual([haies.id])
    expect(await found('haies écoles')).toEqual([haies.id])
    expect(await found('des haies')).toEqual([haies.id])
    expect(await found('haies énergies')).toEqual([])
    // In the titre it counts more.
    expect(await found('ecole')).toEqual([ecoles.id, haies.id])
  })

  it('shows a passage of the texts, and none for the titre', async ({ make, prisma }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const { viewer } = await make.membre({ collectivite })
    await make.fiche({ plan, titre: 'Mobilité douce', description: 'Des arceaux à vélos devant chaque mairie.' })
    const [byText] = await searchFiches({ prisma, viewer }, { recherche: 'arceaux', first: 1 })
    expect(byText?.extrait).toContain('arceaux à vélos')
    const [byTitre] = await searchFiches({ prisma, viewer }, { recherche: 'mobilite', first: 1 })
    expect(byTitre).toMatchObject({ extrait: null })
  })

  it('finds nothing of what one may not read', async ({ make, prisma }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const secret = await make.fiche({ plan, titre: 'Cession du terrain communal' })
    await prisma.fiche.update({ where: { id: secret.id }, data: { restreinte: true } })
    const { viewer: admin } = await make.membre({ collectivite, role: 'ADMIN' })
    const { viewer: editeur } = await make.membre({ collectivite })
    const { viewer: stranger } = await make.membre({ role: 'ADMIN' })
    const count = async (viewer: typeof admin | null) =>
      (await searchFiches({ prisma, viewer }, { recherche: 'cession', first: 10 })).length
    expect([await count(admin), await count(editeur), await count(stranger), await count(null)]).toEqual([1, 0, 0, 0])
  })

  it('finds nothing for no word, whatever the punctuation', async ({ make, prisma }) => {
    const { viewer } = await make.membre()
    for (const recherche of ['', '   ', "!'() & | :* <-> \\", "'; DROP TABLE fiche; --:"]) {
      expect(await searchFiches({ prisma, viewer }, { recherche, first: 5 })).toEqual([])
    }
  })

  it('refuses a search that is too long, and a page that is too large', async ({ make, prisma }) => {
    const { viewer } = await make.membre()
    const search = (recherche: string, first: number) => searchFiches({ prisma, viewer }, { recherche, first })
    await search('a'.repeat(MAX_RECHERCHE_CHARACTERS), MAX_FOUND)
    await expect(search('a'.repeat(MAX_RECHERCHE_CHARACTERS + 1), 1)).rejects.toThrow(ValidationError)
    await expect(search('a', MAX_FOUND + 1)).rejects.toThrow(ValidationError)
    await expect(search('a', 0)).rejects.toThrow(ValidationError)
  })

  it('looks for the first words of a long search', () => {
    const words = Array.from({ length: MAX_RECHERCHE_TERMS + 1 }, (_, index) => `mot${index}`)
    expect(searchTerms(words.join(' ')).length).toBe(MAX_RECHERCHE_TERMS)
    expect(searchTerms('L’eau, l’énergie & 2030')).toEqual(['L', 'eau', 'l', 'énergie', '2030'])
  })
})
