import type { PrismaClient } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../test/domain-test.ts'
import type { Factories } from '../../../test/factories.ts'
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
    // Nor does it take the place of one that may be read.
    const shown = await make.fiche({ plan, titre: 'Un budget', description: 'La cession d’un terrain' })
    const found = await searchFiches({ prisma, viewer: editeur }, { recherche: 'cession', first: 1 })
    expect(found.map(({ id }) => id)).toEqual([shown.id])
  })

  it('finds elsewhere what a grant opens, and nothing more', async ({ make, prisma }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const opened = await make.fiche({ plan, titre: 'Restaurer la halle' })
    await make.fiche({ plan, titre: 'Fermer la halle' })
    const ailleurs = await make.collectivite()
    const service = await make.service({ collectivite: ailleurs })
    const { viewer } = await make.membre({ collectivite: ailleurs, services: [service] })
    await prisma.octroi.create({
      data: { collectiviteId: collectivite.id, ficheId: opened.id, serviceId: service.id, niveau: 'LIRE' },
    })
    const found = await searchFiches({ prisma, viewer }, { recherche: 'halle', first: 10 })
    expect(found.map(({ id }) => id)).toEqual([opened.id])
  })

  it('puts first those whose titre holds every word, and then the others', async ({ make, prisma }) => {
    const collectivite = await make.collectivite()
    const plan = await make.plan({ collectivite })
    const { viewer } = await make.membre({ collectivite })
    const often = await make.fiche({ plan, titre: 'Une action', description: 'mare, verger, mare, verger, mare' })
    const both = await make.fiche({ plan, titre: 'La mare du verger' })
    const one = await make.fiche({ plan, titre: 'La mare', description: 'Près d’un verger, un verger, un verger' })
    const found = async (first: number) =>
      (await searchFiches({ prisma, viewer }, { recherche: 'mare verger', first })).map(({ id }) => id)
    expect(await found(10)).toEqual([both.id, one.id, often.id])
    expect(await found(2)).toEqual([both.id, one.id])
    expect(await found(1)).toEqual([both.id])
  })

  it('follows the texts of a fiche: one that changes, one that comes, one that goes', async ({ make, prisma }) => {
    const { ficheId, found } = await ficheOfATannery({ make, prisma })
    const where = { ficheId_field: { ficheId, field: 'description' } }
    expect(await found('cuir')).toEqual([ficheId])
    await prisma.ficheText.update({ where, data: { plain: 'Un lavoir' } })
    expect(await found('cuir')).toEqual([])
    expect(await found('tannerie lavoir')).toEqual([ficheId])
    const note = { ficheId, field: `note:${crypto.randomUUID()}`, plain: 'Un moulin', markdown: '', seq: 1n }
    await prisma.ficheText.create({ data: note })
    expect(await found('moulin lavoir')).toEqual([ficheId])
    await prisma.ficheText.delete({ where })
    expect(await found('lavoir')).toEqual([])
    expect(await found('moulin tannerie')).toEqual([ficheId])
    await prisma.fiche.delete({ where: { id: ficheId } })
    expect(await found('moulin')).toEqual([])
  })

  it('keeps both of two texts of a fiche that change at once', async ({ make, prisma }) => {
    const { ficheId, found } = await ficheOfATannery({ make, prisma })
    const write = (client: Pick<typeof prisma, 'ficheText'>, field: string, plain: string) =>
      client.ficheText.upsert({
        where: { ficheId_field: { ficheId, field } },
        create: { ficheId, field, plain, markdown: '', seq: 1n },
        update: { plain },
      })
    let second: Promise<unknown> = Promise.resolve()
    await prisma.$transaction(async (tx) => {
      await write(tx, 'description', 'Un lavoir')
      second = write(prisma, 'objectifs', 'Un moulin').then(() => undefined)
      // It waits for the first one, or has not begun: both are to hold.
      await new Promise((resolve) => setTimeout(resolve, 100))
    })
    await second
    expect(await found('lavoir moulin tannerie')).toEqual([ficheId])
  })

  it('finds a fiche whose texts hold more words than PostgreSQL keeps together, by the first ones', async ({
    make,
    prisma,
  }) => {
    const { ficheId, found } = await ficheOfATannery({ make, prisma })
    const words = (word: string) => Array.from({ length: 45_000 }, (_, index) => `${word}${index}`).join(' ')
    for (const [field, word] of [
      ['note:1', 'charpente'],
      ['note:2', 'toiture'],
    ] as const)
      await prisma.ficheText.create({ data: { ficheId, field, plain: words(word), markdown: '', seq: 1n } })
    expect(await found('tannerie cuir charpente44999')).toEqual([ficheId])
    expect(await found('tannerie toiture44999')).toEqual([])
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

async function ficheOfATannery({ make, prisma }: { make: Factories; prisma: PrismaClient }) {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const { viewer } = await make.membre({ collectivite })
  const { id: ficheId } = await make.fiche({ plan, titre: 'Une tannerie', description: 'Du cuir' })
  const found = async (recherche: string) =>
    (await searchFiches({ prisma, viewer }, { recherche, first: 10 })).map(({ id }) => id)
  return { ficheId, found }
}
