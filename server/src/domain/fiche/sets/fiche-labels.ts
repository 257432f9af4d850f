import type { LabelGenre } from '@pupitre/prisma'
import { z } from 'zod'
import { NotFoundError } from '../../errors.ts'
import { findOrCreateLabels } from '../../label/find-or-create-labels.ts'
import { FIELD_OF_GENRE } from '../../label/label-bearers.ts'
import { labelNomSchema } from '../../label/label-rules.ts'
import { parseInput } from '../../parse-input.ts'
import type { UseCase } from '../../use-case.ts'
import { changeFicheSet, demandRoom } from './change-fiche-set.ts'

/** Labels of one genre on one fiche: several times the longest list of a real plan. */
export const MAX_LABELS_OF_FICHE = 100

/** The genres that a fiche bears itself: financeurs are in its lignes de financeur. */
export type FicheLabelGenre = Exclude<LabelGenre, 'FINANCEUR'>

const genreSchema = z.enum(['STRUCTURE', 'PARTENAIRE', 'INSTANCE_GOUVERNANCE', 'TAG'])

const newLabelSchema = z
  .object({
    ficheId: z.guid(),
    genre: genreSchema,
    labelId: z.guid().optional(),
    nom: labelNomSchema.optional(),
  })
  .refine(({ labelId, nom }) => (labelId === undefined) !== (nom === undefined), {
    error: 'Désignez le libellé par son identifiant ou par son nom.',
    path: ['labelId'],
    params: { code: 'LABEL_UNNAMED' },
  })

/**
 * Adds a label to a fiche: one of the collectivité, or a name, found or created.
 * @throws ValidationError, NotFoundError, ForbiddenError
 */
export async function addFicheLabel(useCase: UseCase, input: z.input<typeof newLabelSchema>): Promise<void> {
  const { tx } = useCase
  const { ficheId, genre, ...named } = parseInput(newLabelSchema, input)
  await changeFicheSet(useCase, {
    ficheId,
    write: async ({ collectiviteId }) => {
      const labelId = await labelOf(useCase, { collectiviteId, genre, ...named })
      const data = { ficheId, labelId, collectiviteId, genre }
      const { count } = await tx.ficheLabel.createMany({ data, skipDuplicates: true })
      if (count === 0) return []
      const there = await tx.ficheLabel.count({ where: { ficheId, genre } })
      demandRoom({ count: there, max: MAX_LABELS_OF_FICHE, field: FIELD_OF_GENRE[genre] })
      return [FIELD_OF_GENRE[genre]]
    },
  })
}

const labelIdSchema = z.object({ ficheId: z.guid(), labelId: z.guid() })

/** Takes a label away from a fiche; the collectivité keeps it. @throws NotFoundError (the fiche), ForbiddenError */
export async function removeFicheLabel(useCase: UseCase, input: z.input<typeof labelIdSchema>): Promise<void> {
  const { tx } = useCase
  const where = parseInput(labelIdSchema, input)
  await changeFicheSet(useCase, {
    ficheId: where.ficheId,
    write: async () => {
      const borne = await tx.ficheLabel.findFirst({ where, select: { genre: true } })
      if (!borne) return []
      await tx.ficheLabel.deleteMany({ where })
      return [FIELD_OF_GENRE[genreSchema.parse(borne.genre)]]
    },
  })
}

interface NamedLabel {
  collectiviteId: string
  genre: FicheLabelGenre
  labelId?: string | undefined
  nom?: string | undefined
}

async function labelOf(useCase: UseCase, { collectiviteId, genre, labelId, nom }: NamedLabel): Promise<string> {
  if (nom !== undefined) {
    const { idByNom } = await findOrCreateLabels(useCase, { collectiviteId, genre, noms: [nom] })
    const [id] = idByNom.values()
    if (id === undefined) throw new Error('a name that is given is found or created')
    return id
  }
  const where = { id: labelId ?? '', collectiviteId, genre }
  const label = await useCase.tx.label.findFirst({ where, select: { id: true } })
  if (!label) throw new NotFoundError('LABEL')
  return label.id
}
