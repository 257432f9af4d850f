import { Cible, EffetAttendu } from '@pupitre/prisma'
import { z } from 'zod'
import { parseInput } from '../../parse-input.ts'
import type { UseCase } from '../../use-case.ts'
import { changeFicheSet } from './change-fiche-set.ts'

/*
 * The sets whose values are known beforehand. Each: @throws NotFoundError (the fiche), ForbiddenError
 */

const cibleSchema = z.object({ ficheId: z.guid(), cible: z.enum(Cible) })
const effetSchema = z.object({ ficheId: z.guid(), effet: z.enum(EffetAttendu) })

type CibleInput = z.input<typeof cibleSchema>
type EffetInput = z.input<typeof effetSchema>

export async function addFicheCible(useCase: UseCase, input: CibleInput): Promise<void> {
  const data = parseInput(cibleSchema, input)
  await change(useCase, data.ficheId, 'cibles', ({ tx }) => tx.ficheCible.createMany({ data, skipDuplicates: true }))
}

export async function removeFicheCible(useCase: UseCase, input: CibleInput): Promise<void> {
  const where = parseInput(cibleSchema, input)
  await change(useCase, where.ficheId, 'cibles', ({ tx }) => tx.ficheCible.deleteMany({ where }))
}

export async function addFicheEffetAttendu(useCase: UseCase, input: EffetInput): Promise<void> {
  const data = parseInput(effetSchema, input)
  await change(useCase, data.ficheId, 'effetsAttendus', ({ tx }) =>
    tx.ficheEffetAttendu.createMany({ data, skipDuplicates: true }),
  )
}

export async function removeFicheEffetAttendu(useCase: UseCase, input: EffetInput): Promise<void> {
  const where = parseInput(effetSchema, input)
  await change(useCase, where.ficheId, 'effetsAttendus', ({ tx }) => tx.ficheEffetAttendu.deleteMany({ where }))
}

async function change(
  useCase: UseCase,
  ficheId: string,
  field: string,
  run: (useCase: UseCase) => Promise<{ count: number }>,
): Promise<void> {
  await changeFicheSet(useCase, {
    ficheId,
    write: async () => {
      const { count } = await run(useCase)
      return count > 0 ? [field] : []
    },
  })
}
