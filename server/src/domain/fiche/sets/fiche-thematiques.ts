import { z } from 'zod'
import { NotFoundError } from '../../errors.ts'
import { parseInput } from '../../parse-input.ts'
import type { UseCase } from '../../use-case.ts'
import { changeFicheSet } from './change-fiche-set.ts'

/** Longer than any code of the reference data. */
const MAX_CODE_CHARACTERS = 200

const codeSchema = z.object({ ficheId: z.guid(), code: z.string().max(MAX_CODE_CHARACTERS) })

type Input = z.input<typeof codeSchema>

/** Adds a thématique to a fiche. @throws ValidationError, NotFoundError, ForbiddenError */
export async function addFicheThematique(useCase: UseCase, input: Input): Promise<void> {
  const { tx } = useCase
  const { ficheId, code } = parseInput(codeSchema, input)
  await changeFicheSet(useCase, {
    ficheId,
    write: async () => {
      if ((await tx.thematique.count({ where: { code } })) === 0) throw new NotFoundError('THEMATIQUE')
      return addThematique(useCase, { ficheId, thematiqueCode: code })
    },
  })
}

/** Takes a thématique away from a fiche, with its sous-thématiques. @throws ValidationError, NotFoundError (the fiche), ForbiddenError */
export async function removeFicheThematique(useCase: UseCase, input: Input): Promise<void> {
  const { tx } = useCase
  const { ficheId, code: thematiqueCode } = parseInput(codeSchema, input)
  await changeFicheSet(useCase, {
    ficheId,
    write: async () => {
      const where = { ficheId, thematiqueCode }
      const { count: sous } = await tx.ficheSousThematique.deleteMany({ where })
      const { count } = await tx.ficheThematique.deleteMany({ where })
      return [...(count > 0 ? ['thematiques'] : []), ...(sous > 0 ? ['sousThematiques'] : [])]
    },
  })
}

/** Adds a sous-thématique to a fiche, with its thématique. @throws ValidationError, NotFoundError, ForbiddenError */
export async function addFicheSousThematique(useCase: UseCase, input: Input): Promise<void> {
  const { tx } = useCase
  const { ficheId, code } = parseInput(codeSchema, input)
  await changeFicheSet(useCase, {
    ficheId,
    write: async () => {
      const found = await tx.sousThematique.findUnique({ where: { code }, select: { thematiqueCode: true } })
      if (!found) throw new NotFoundError('THEMATIQUE')
      const { thematiqueCode } = found
      const fields = await addThematique(useCase, { ficheId, thematiqueCode })
      const data = { ficheId, thematiqueCode, sousThematiqueCode: code }
      const { count } = await tx.ficheSousThematique.createMany({ data, skipDuplicates: true })
      return [...fields, ...(count > 0 ? ['sousThematiques'] : [])]
    },
  })
}

/** Takes a sous-thématique away from a fiche; its thématique stays. @throws ValidationError, NotFoundError (the fiche), ForbiddenError */
export async function removeFicheSousThematique(useCase: UseCase, input: Input): Promise<void> {
  const { tx } = useCase
  const { ficheId, code: sousThematiqueCode } = parseInput(codeSchema, input)
  await changeFicheSet(useCase, {
    ficheId,
    write: async () => {
      const { count } = await tx.ficheSousThematique.deleteMany({ where: { ficheId, sousThematiqueCode } })
      return count > 0 ? ['sousThematiques'] : []
    },
  })
}

async function addThematique(
  { tx }: UseCase,
  data: { ficheId: string; thematiqueCode: string },
): Promise<readonly string[]> {
  const { count } = await tx.ficheThematique.createMany({ data, skipDuplicates: true })
  return count > 0 ? ['thematiques'] : []
}
