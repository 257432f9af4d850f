import { NotFoundError } from '../errors.ts'
import { userNomSchema } from '../invitation/accept-invitation.ts'
import { parseInput } from '../parse-input.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { UseCase } from '../use-case.ts'

/** Gives the viewer another name, in every collectivité where fiches name them. @throws ValidationError, NotFoundError */
export async function renameViewer({ viewer, tx }: UseCase, given: string): Promise<void> {
  const nom = parseInput(userNomSchema, given)
  if (!viewer) throw new NotFoundError('MEMBRE')
  await tx.user.update({ where: { id: viewer.userId }, data: { name: nom } })
  await tx.personne.updateMany({
    where: { membre: { userId: viewer.userId } },
    data: { nom, nomNormalise: normaliseNom(nom) },
  })
}
