import { NotFoundError } from '../errors.ts'
import { userNomSchema } from '../invitation/accept-invitation.ts'
import { parseInput } from '../parse-input.ts'
import { normaliseNom } from '../service/normalise-nom.ts'
import type { UseCase } from '../use-case.ts'
import { type PersonViewer, personOf } from '../viewer.ts'

/** Gives the viewer another name, in every collectivité where fiches name them. Answers the viewer. @throws ValidationError, NotFoundError */
export async function renameViewer({ viewer, tx }: UseCase, given: string): Promise<PersonViewer> {
  const nom = parseInput(userNomSchema, given)
  const person = personOf(viewer)
  if (!person) throw new NotFoundError('MEMBRE')
  await tx.user.update({ where: { id: person.userId }, data: { name: nom } })
  await tx.personne.updateMany({
    where: { membre: { userId: person.userId } },
    data: { nom, nomNormalise: normaliseNom(nom) },
  })
  return { ...person, name: nom }
}
