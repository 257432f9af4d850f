import type { PrismaClient } from '@pupitre/prisma'
import { describe, expect } from 'vitest'
import { domainTest as it } from '../../../../test/domain-test.ts'
import type { Factories } from '../../../../test/factories.ts'
import { recorded } from '../../../../test/recorded.ts'
import { normaliseNom } from '../../service/normalise-nom.ts'
import type { UseCase } from '../../use-case.ts'
import { MAX_SERVICES } from '../fiche-rules.ts'
import { addFicheCible, addFicheEffetAttendu, removeFicheCible, removeFicheEffetAttendu } from './fiche-choices.ts'
import { addFicheLabel, type FicheLabelGenre, MAX_LABELS_OF_FICHE, removeFicheLabel } from './fiche-labels.ts'
import { addFichePersonne, MAX_PERSONNES_OF_FICHE, removeFichePersonne } from './fiche-personnes.ts'
import { addFicheService, removeFicheService } from './fiche-services.ts'
import {
  addFicheSousThematique,
  addFicheThematique,
  removeFicheSousThematique,
  removeFicheThematique,
} from './fiche-thematiques.ts'

const THEMATIQUE = 'activites-economiques'
const SOUS = 'activites-economiques/artisanat'
const OTHER_SOUS = 'activites-economiques/commerces-et-services'

async function setUp(make: Factories) {
  const collectivite = await make.collectivite()
  const plan = await make.plan({ collectivite })
  const { id: ficheId } = await make.fiche({ plan })
  const [{ viewer }, { viewer: colleague }] = [await make.membre({ collectivite }), await make.membre({ collectivite })]
  return { collectivite, plan, ficheId, viewer, colleague }
}

const tooMany = { issues: [expect.objectContaining({ code: 'TOO_MANY' })] }

/** Each set: what adds one thing to it, what removes it, and the fields told of, in the order of their first change. */
const SETS: Record<
  string,
  {
    add: (useCase: UseCase, ficheId: string, named: Named) => Promise<void>
    remove: (useCase: UseCase, ficheId: string, named: Named) => Promise<void>
    fields: readonly string[]
    removed?: readonly string[]
  }
> = {
  cible: {
    add: (useCase, ficheId) => addFicheCible(useCase, { ficheId, cible: 'AGENTS' }),
    remove: (useCase, ficheId) => removeFicheCible(useCase, { ficheId, cible: 'AGENTS' }),
    fields: ['cibles'],
  },
  'effet attendu': {
    add: (useCase, ficheId) => addFicheEffetAttendu(useCase, { ficheId, effet: 'QUALITE_AIR' }),
    remove: (useCase, ficheId) => removeFicheEffetAttendu(useCase, { ficheId, effet: 'QUALITE_AIR' }),
    fields: ['effetsAttendus'],
  },
  thématique: {
    add: (useCase, ficheId) => addFicheThematique(useCase, { ficheId, code: THEMATIQUE }),
    remove: (useCase, ficheId) => removeFicheThematique(useCase, { ficheId, code: THEMATIQUE }),
    fields: ['thematiques'],
  },
  'sous-thématique': {
    add: (useCase, ficheId) => addFicheSousThematique(useCase, { ficheId, code: SOUS }),
    remove: (useCase, ficheId) => removeFicheSousThematique(useCase, { ficheId, code: SOUS }),
    fields: ['thematiques', 'sousThematiques'],
    removed: ['sousThematiques'],
  },
  label: {
    add: (useCase, ficheId, { labelId }) => addFicheLabel(useCase, { ficheId, genre: 'TAG', labelId }),
    remove: (useCase, ficheId, { labelId }) => removeFicheLabel(useCase, { ficheId, labelId }),
    fields: ['tags'],
  },
  pilote: {
    add: (useCase, ficheId, { personneId }) => addFichePersonne(useCase, 'pilotes', { ficheId, personneId }),
    remove: (useCase, ficheId, { personneId }) => removeFichePersonne(useCase, 'pilotes', { ficheId, personneId }),
    fields: ['pilotes'],
  },
  référent: {
    add: (useCase, ficheId, { personneId }) => addFichePersonne(useCase, 'referents', { ficheId, personneId }),
    remove: (useCase, ficheId, { personneId }) => removeFichePersonne(useCase, 'referents', { ficheId, personneId }),
    fields: ['referents'],
  },
  service: {
    add: (useCase, ficheId, { serviceId }) => addFicheService(useCase, { ficheId, serviceId }),
    remove: (useCase, ficheId, { serviceId }) => removeFicheService(useCase, { ficheId, serviceId }),
    fields: ['services'],
  },
}

interface Named {
  labelId: string
  personneId: string
  serviceId: string
}

describe('sets of a fiche', () => {
  for (const [name, { add, remove, fields, removed = fields }] of Object.entries(SETS)) {
    it(`adding twice, at once or later, is adding once, and nobody is told of the rest: ${name}`, async ({
      act,
      make,
      prisma,
    }) => {
      const { collectivite, plan, ficheId, viewer, colleague } = await setUp(make)
      const named = await namesIn(make, prisma, collectivite.id)
      const told = recorded()
      const [first, second] = [viewer, colleague].map((each) =>
        act(each, (useCase) => add(told.in(useCase), ficheId, named)),
      )
      await Promise.all([first, second])
      await act(viewer, (useCase) => add(told.in(useCase), ficheId, named))
      expect(told.fields()).toEqual(fields)
      expect(told.changes).toContainEqual(expect.objectContaining({ kind: 'plan', planId: plan.id }))

      const removing = recorded()
      await act(viewer, (useCase) => remove(removing.in(useCase), ficheId, named))
      expect(removing.fields()).toEqual(removed)
      const { updatedAt } = await prisma.fiche.findUniqueOrThrow({ where: { id: ficheId } })
      const nothing = recorded()
      await act(viewer, (useCase) => remove(nothing.in(useCase), ficheId, named))
      expect(nothing.changes).toEqual([])
      expect((await prisma.fiche.findUniqueOrThrow({ where: { id: ficheId } })).updatedAt).toEqual(updatedAt)
    })
  }

  it('keep what two people add at once', async ({ act, make, prisma }) => {
    const { ficheId, viewer, colleague } = await setUp(make)
    await Promise.all([
      act(viewer, (useCase) => addFicheCible(useCase, { ficheId, cible: 'AGENTS' })),
      act(colleague, (useCase) => addFicheCible(useCase, { ficheId, cible: 'ASSOCIATIONS' })),
      act(viewer, (useCase) => addFicheSousThematique(useCase, { ficheId, code: SOUS })),
      act(colleague, (useCase) => addFicheSousThematique(useCase, { ficheId, code: OTHER_SOUS })),
      act(viewer, (useCase) => addFichePersonne(useCase, 'pilotes', { ficheId, nom: 'Zoé' })),
      act(colleague, (useCase) => addFichePersonne(useCase, 'pilotes', { ficheId, nom: 'Anatole' })),
      act(viewer, (useCase) => addFicheLabel(useCase, { ficheId, genre: 'PARTENAIRE', nom: 'ADEME' })),
      act(colleague, (useCase) => addFicheLabel(useCase, { ficheId, genre: 'PARTENAIRE', nom: 'Région' })),
    ])
    const where = { ficheId }
    expect([
      await prisma.ficheCible.count({ where }),
      await prisma.ficheSousThematique.count({ where }),
      await prisma.ficheThematique.count({ where }),
      await prisma.fichePilote.count({ where }),
      await prisma.ficheLabel.count({ where }),
    ]).toEqual([2, 2, 1, 2, 2])
  })

  it('name one label and one person when two people name them at once, accents and case apart', async ({
    act,
    make,
    prisma,
  }) => {
    const { plan, ficheId, viewer, colleague, collectivite } = await setUp(make)
    const { id: otherId } = await make.fiche({ plan })
    const name = (who: typeof viewer, id: string, [label, personne]: [string, string]) => [
      act(who, (useCase) => addFicheLabel(useCase, { ficheId: id, genre: 'TAG', nom: label })),
      act(who, (useCase) => addFichePersonne(useCase, 'referents', { ficheId: id, nom: personne })),
    ]
    await Promise.all([
      ...name(viewer, ficheId, ['Énergie  citoyenne', 'Zoé Lefèvre']),
      ...name(colleague, ficheId, ['ENERGIE citoyenne', 'zoe lefevre']),
      ...name(colleague, otherId, ['energie CITOYENNE', 'ZOÉ LEFEVRE']),
    ])
    const collectiviteId = collectivite.id
    expect(await prisma.label.count({ where: { collectiviteId } })).toBe(1)
    expect(await prisma.personne.count({ where: { collectiviteId, membreId: null } })).toBe(1)
    expect(await prisma.ficheLabel.count({ where: { ficheId } })).toBe(1)
    expect(await prisma.ficheReferent.count({ where: { ficheId } })).toBe(1)
  })

  it('keep the genres of labels apart', async ({ act, make, prisma }) => {
    const { ficheId, viewer } = await setUp(make)
    const add = (genre: FicheLabelGenre, named: { nom: string } | { labelId: string }) =>
      act(viewer, (useCase) => addFicheLabel(useCase, { ficheId, genre, ...named }))
    await add('PARTENAIRE', { nom: 'ADEME' })
    await add('STRUCTURE', { nom: 'ADEME' })
    const labels = await prisma.ficheLabel.findMany({ where: { ficheId }, include: { label: true } })
    expect(labels.map(({ genre, label }) => `${genre} ${label.genre}`).toSorted()).toEqual([
      'PARTENAIRE PARTENAIRE',
      'STRUCTURE STRUCTURE',
    ])
    const partenaire = labels.find(({ genre }) => genre === 'PARTENAIRE')?.labelId ?? ''
    await expect(add('TAG', { labelId: partenaire })).rejects.toMatchObject({ code: 'LABEL_NOT_FOUND' })
  })

  it('take a label or a person by an id or by a name, one of the two', async ({ act, make, prisma }) => {
    const { collectivite, ficheId, viewer } = await setUp(make)
    const { labelId, personneId } = await namesIn(make, prisma, collectivite.id)
    for (const named of [{}, { labelId, nom: 'ADEME' }]) {
      await expect(
        act(viewer, (useCase) => addFicheLabel(useCase, { ficheId, genre: 'TAG', ...named })),
      ).rejects.toMatchObject({ issues: [expect.objectContaining({ code: 'LABEL_UNNAMED' })] })
    }
    for (const named of [{}, { personneId, nom: 'Zoé' }]) {
      await expect(
        act(viewer, (useCase) => addFichePersonne(useCase, 'pilotes', { ficheId, ...named })),
      ).rejects.toMatchObject({ issues: [expect.objectContaining({ code: 'PERSONNE_UNNAMED' })] })
    }
  })

  it('do not find what is of another collectivité, nor what is not', async ({ act, make, prisma }) => {
    const { ficheId, viewer } = await setUp(make)
    const elsewhere = await namesIn(make, prisma, (await make.collectivite()).id)
    const absent = { labelId: crypto.randomUUID(), personneId: crypto.randomUUID(), serviceId: crypto.randomUUID() }
    for (const named of [elsewhere, absent]) {
      for (const [name, code] of [
        ['label', 'LABEL_NOT_FOUND'],
        ['pilote', 'PERSONNE_NOT_FOUND'],
        ['référent', 'PERSONNE_NOT_FOUND'],
        ['service', 'SERVICE_NOT_FOUND'],
      ] as const) {
        const adding = act(viewer, async (useCase) => SETS[name]?.add(useCase, ficheId, named))
        await expect(adding).rejects.toMatchObject({ code })
      }
    }
    for (const add of [addFicheThematique, addFicheSousThematique]) {
      const adding = act(viewer, (useCase) => add(useCase, { ficheId, code: 'astrologie' }))
      await expect(adding).rejects.toMatchObject({ code: 'THEMATIQUE_NOT_FOUND' })
    }
  })

  it('bring a sous-thématique with its thématique, and take it away with it', async ({ act, make, prisma }) => {
    const { ficheId, viewer } = await setUp(make)
    const sets = async () => [
      (await prisma.ficheThematique.findMany({ where: { ficheId } })).map(({ thematiqueCode }) => thematiqueCode),
      (await prisma.ficheSousThematique.findMany({ where: { ficheId } })).map((each) => each.sousThematiqueCode),
    ]
    await act(viewer, (useCase) => addFicheSousThematique(useCase, { ficheId, code: SOUS }))
    expect(await sets()).toEqual([[THEMATIQUE], [SOUS]])
    await act(viewer, (useCase) => removeFicheSousThematique(useCase, { ficheId, code: SOUS }))
    expect(await sets()).toEqual([[THEMATIQUE], []])
    await act(viewer, (useCase) => addFicheSousThematique(useCase, { ficheId, code: SOUS }))
    const told = recorded()
    await act(viewer, (useCase) => removeFicheThematique(told.in(useCase), { ficheId, code: THEMATIQUE }))
    expect(await sets()).toEqual([[], []])
    expect(told.fields()).toEqual(['thematiques', 'sousThematiques'])
  })
})

describe('the size of the sets of a fiche', () => {
  it('is bounded for the labels of each genre', async ({ act, make, prisma }) => {
    const { collectivite, ficheId, viewer } = await setUp(make)
    const collectiviteId = collectivite.id
    const labels = await prisma.label.createManyAndReturn({
      data: numbered(MAX_LABELS_OF_FICHE - 1, (nom) => ({ collectiviteId, genre: 'TAG', nom, nomNormalise: nom })),
    })
    await prisma.ficheLabel.createMany({
      data: labels.map(({ id: labelId }) => ({ ficheId, labelId, collectiviteId, genre: 'TAG' })),
    })
    const add = (genre: FicheLabelGenre, nom: string) =>
      act(viewer, (useCase) => addFicheLabel(useCase, { ficheId, genre, nom }))
    await add('TAG', 'Le dernier')
    await expect(add('TAG', 'Un de trop')).rejects.toMatchObject(tooMany)
    await add('TAG', 'le dernier')
    await add('PARTENAIRE', 'Un de trop')
    expect(await prisma.label.count({ where: { collectiviteId, genre: 'TAG' } })).toBe(MAX_LABELS_OF_FICHE)
  })

  it('is bounded for people, even when two add the last one at once', async ({ act, make, prisma }) => {
    const { collectivite, ficheId, viewer, colleague } = await setUp(make)
    const collectiviteId = collectivite.id
    const personnes = await prisma.personne.createManyAndReturn({
      data: numbered(MAX_PERSONNES_OF_FICHE - 1, (nom) => ({ collectiviteId, nom, nomNormalise: nom })),
    })
    const data = personnes.map(({ id: personneId }) => ({ ficheId, personneId, collectiviteId }))
    await prisma.fichePilote.createMany({ data })
    await prisma.ficheReferent.createMany({ data })
    for (const part of ['pilotes', 'referents'] as const) {
      const [first, second] = [viewer, colleague].map((each, index) =>
        act(each, (useCase) => addFichePersonne(useCase, part, { ficheId, nom: `Le dernier ${index}` })),
      )
      const outcomes = await Promise.allSettled([first, second])
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: tooMany })
    }
    expect(await prisma.fichePilote.count({ where: { ficheId } })).toBe(MAX_PERSONNES_OF_FICHE)
    expect(await prisma.ficheReferent.count({ where: { ficheId } })).toBe(MAX_PERSONNES_OF_FICHE)
  })

  it('is bounded for services', async ({ act, make, prisma }) => {
    const { collectivite, ficheId, viewer } = await setUp(make)
    const collectiviteId = collectivite.id
    const services = await prisma.service.createManyAndReturn({
      data: numbered(MAX_SERVICES + 1, (nom) => ({ collectiviteId, nom, nomNormalise: nom })),
    })
    const ids = services.map(({ id }) => id)
    const [last = '', past = ''] = ids.splice(-2)
    await prisma.ficheService.createMany({ data: ids.map((serviceId) => ({ ficheId, serviceId, collectiviteId })) })
    await act(viewer, (useCase) => addFicheService(useCase, { ficheId, serviceId: last }))
    await expect(
      act(viewer, (useCase) => addFicheService(useCase, { ficheId, serviceId: past })),
    ).rejects.toMatchObject(tooMany)
  })
})

function numbered<Row>(count: number, row: (nom: string) => Row): Row[] {
  return Array.from({ length: count }, (_none, index) => row(`n${index}`))
}

/** One of each thing of a collectivité that a set may name. */
async function namesIn(make: Factories, prisma: PrismaClient, collectiviteId: string): Promise<Named> {
  const collectivite = await prisma.collectivite.findUniqueOrThrow({ where: { id: collectiviteId } })
  const nom = 'Zinnia'
  const nomNormalise = normaliseNom(nom)
  const label = await prisma.label.create({ data: { collectiviteId, genre: 'TAG', nom, nomNormalise } })
  const personne = await prisma.personne.create({ data: { collectiviteId, nom, nomNormalise } })
  const service = await make.service({ collectivite })
  return { labelId: label.id, personneId: personne.id, serviceId: service.id }
}
