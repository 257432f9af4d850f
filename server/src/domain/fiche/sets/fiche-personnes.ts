import { z } from 'zod'
import { NotFoundError } from '../../errors.ts'
import { parseInput } from '../../parse-input.ts'
import { findOrCreatePersonnes } from '../../personne/find-or-create-personnes.ts'
import { personneNomSchema } from '../../personne/personne-rules.ts'
import type { UseCase } from '../../use-case.ts'
import { recordMesFichesGone } from '../record-mes-fiches.ts'
import { changeFicheSet, demandRoom } from './change-fiche-set.ts'
import { recordPiloting } from './record-piloting.ts'

/** People of one fiche in one part: several times the longest list of a real plan. */
export const MAX_PERSONNES_OF_FICHE = 50

/** In which part a fiche names people: the GraphQL field that lists them. */
export type PersonnePart = 'pilotes' | 'referents'

const newPersonneSchema = z
  .object({ ficheId: z.guid(), personneId: z.guid().optional(), nom: personneNomSchema.optional() })
  .refine(({ personneId, nom }) => (personneId === undefined) !== (nom === undefined), {
    error: 'Désignez la personne par son identifiant ou par son nom.',
    path: ['personneId'],
    params: { code: 'PERSONNE_UNNAMED' },
  })

/**
 * Adds someone to the pilotes or the référents of a fiche: a person of the collectivité, or a name, found or created.
 * @throws ValidationError, NotFoundError, ForbiddenError
 */
export async function addFichePersonne(
  useCase: UseCase,
  part: PersonnePart,
  input: z.input<typeof newPersonneSchema>,
): Promise<void> {
  const { tx } = useCase
  const { ficheId, ...named } = parseInput(newPersonneSchema, input)
  await changeFicheSet(useCase, {
    ficheId,
    write: async (fiche) => {
      const { collectiviteId } = fiche
      const personneId = await personneOf(useCase, { collectiviteId, ...named })
      const data = { ficheId, personneId, collectiviteId }
      const { count } = await (part === 'pilotes'
        ? tx.fichePilote.createMany({ data, skipDuplicates: true })
        : tx.ficheReferent.createMany({ data, skipDuplicates: true }))
      if (count === 0) return []
      const where = { ficheId }
      const there = await (part === 'pilotes' ? tx.fichePilote.count({ where }) : tx.ficheReferent.count({ where }))
      demandRoom({ count: there, max: MAX_PERSONNES_OF_FICHE, field: part })
      if (part === 'pilotes')
        await recordPiloting(useCase, { fiches: [fiche], membres: { personne: { id: personneId } } })
      return [part]
    },
  })
}

const personneIdSchema = z.object({ ficheId: z.guid(), personneId: z.guid() })

/** Takes someone away from the pilotes or the référents of a fiche. @throws NotFoundError (the fiche), ForbiddenError */
export async function removeFichePersonne(
  useCase: UseCase,
  part: PersonnePart,
  input: z.input<typeof personneIdSchema>,
): Promise<void> {
  const { tx } = useCase
  const where = parseInput(personneIdSchema, input)
  await changeFicheSet(useCase, {
    ficheId: where.ficheId,
    write: async (fiche) => {
      const { count } = await (part === 'pilotes'
        ? tx.fichePilote.deleteMany({ where })
        : tx.ficheReferent.deleteMany({ where }))
      if (count === 0) return []
      if (part === 'pilotes')
        await recordPiloting(useCase, { fiches: [fiche], membres: { personne: { id: where.personneId } } })
      await recordMesFichesGone(useCase, { personne: { id: where.personneId } })
      return [part]
    },
  })
}

async function personneOf(
  useCase: UseCase,
  {
    collectiviteId,
    personneId,
    nom,
  }: { collectiviteId: string; personneId?: string | undefined; nom?: string | undefined },
): Promise<string> {
  if (nom !== undefined) {
    const { idByNom } = await findOrCreatePersonnes(useCase, { collectiviteId, noms: [nom] })
    const [id] = idByNom.values()
    if (id === undefined) throw new Error('a name that is given is found or created')
    return id
  }
  const personne = await useCase.tx.personne.findFirst({
    where: { id: personneId ?? '', collectiviteId },
    select: { id: true },
  })
  if (!personne) throw new NotFoundError('PERSONNE')
  return personne.id
}
