import { ForbiddenError } from '../domain/errors.ts'

/** Somebody asks to see as a member of a collectivité where they are not an admin, or as nobody: the two are told the same. */
export class SeeingAsRefusedError extends ForbiddenError {
  constructor() {
    super({
      code: 'SEEING_AS_FORBIDDEN',
      message: 'Voir en tant qu’un membre demande le rôle admin dans sa collectivité.',
    })
  }
}
