import { acteOf } from '../../journal/tell-acte.ts'
import { parseInput } from '../../parse-input.ts'
import type { UseCase } from '../../use-case.ts'
import type { Membre } from './ensembles.ts'
import { type FicheState, lockReadable, readStates } from './fiche-state.ts'
import { collectiviteOfMembres } from './named-membres.ts'
import { problemOf, writeOf } from './plan-write.ts'
import { type FichesUpdate, fichesUpdateSchema } from './update-fiches-rules.ts'
import { type FicheWrite, isChange, writeFiches } from './write-fiches.ts'

/** A fiche that is left as it is, and why. */
export interface FicheRefusee {
  ficheId: string
  /** null when the viewer may not read it, or it does not exist. */
  titre: string | null
  /** FICHE_NOT_FOUND, that of a ForbiddenError, OTHER_COLLECTIVITE, DATES_REVERSED, TOO_MANY. */
  code: string
  message: string
}

/** What changing many fiches did, or would do. */
export interface FichesUpdated {
  /** What undoes it; null when nothing was written. */
  acte: string | null
  changees: number
  /** They had it all already. */
  inchangees: number
  refusees: FicheRefusee[]
}

/**
 * Gives many fiches the same change, those among them that the viewer may change; `essai` answers the same without writing. Rights are
 * judged, and what is there is read, on locked rows. As many statements for many fiches as for one.
 * @throws ValidationError, NotFoundError (a personne, a service, a label, a thématique)
 */
export async function updateFiches(
  useCase: UseCase,
  { essai, ...input }: FichesUpdate & { essai: boolean },
): Promise<FichesUpdated> {
  const { tx } = useCase
  const { ficheIds, ...wanted } = parseInput(fichesUpdateSchema, input)
  if (!essai) await lockReadable(useCase, ficheIds)
  const states = await readStates(useCase, ficheIds)
  const collectiviteIds = [...states.values()].flatMap(({ forbidden, collectiviteId }) =>
    forbidden ? [] : [collectiviteId],
  )
  const collectiviteOf =
    collectiviteIds.length > 0
      ? await collectiviteOfMembres(tx, { membres: wanted.ajouter, collectiviteIds: [...new Set(collectiviteIds)] })
      : new Map<string, string>()
  const belongs = (fiche: FicheState) =>
    wanted.ajouter.every(({ id }: Membre) => (collectiviteOf.get(id) ?? fiche.collectiviteId) === fiche.collectiviteId)

  const writes: FicheWrite[] = []
  const refusees: FicheRefusee[] = []
  for (const ficheId of ficheIds) {
    const fiche = states.get(ficheId)
    const write = fiche && writeOf(fiche, wanted)
    const refusal = refusalOf(fiche, write, belongs)
    if (refusal) refusees.push({ ficheId, titre: fiche?.titre ?? null, ...refusal })
    else if (write && isChange(write)) writes.push(write)
  }
  if (!essai) await writeFiches(useCase, writes)
  return {
    acte: essai || writes.length === 0 ? null : await acteOf(tx),
    changees: writes.length,
    inchangees: ficheIds.length - writes.length - refusees.length,
    refusees,
  }
}

type Refusal = Pick<FicheRefusee, 'code' | 'message'>

function refusalOf(
  fiche: FicheState | undefined,
  write: FicheWrite | undefined,
  belongs: (fiche: FicheState) => boolean,
): Refusal | null {
  if (!fiche || !write) return { code: 'FICHE_NOT_FOUND', message: 'Cette fiche est introuvable.' }
  if (fiche.forbidden) return { code: fiche.forbidden.code, message: fiche.forbidden.message }
  if (!belongs(fiche)) {
    return { code: 'OTHER_COLLECTIVITE', message: 'Elle est d’une autre collectivité que ce qu’il faut lui ajouter.' }
  }
  return isChange(write) ? problemOf(write) : null
}
