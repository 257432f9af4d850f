import { z } from 'zod'
import { findAxe } from '../axe/find-axe.ts'
import { demandFiche } from '../fiche/find-fiche.ts'
import { lockFiche } from '../fiche/lock-fiche.ts'
import { parseInput } from '../parse-input.ts'
import { findPlan } from '../plan/find-plan.ts'
import { lockPlan } from '../plan/lock-plan.ts'
import { demandInPlan } from '../rights/demand.ts'
import { demandRoom } from '../too-many.ts'
import type { UseCase } from '../use-case.ts'
import { CHAMPS, commentaireSchema, MAX_FILS } from './fil-rules.ts'
import { demandPerson, documentOf, recordFil } from './find-fil.ts'
import { passageSchema, quotedPassage } from './passage.ts'
import { keepMentions } from './mentions.ts'
import type { SansAcces } from './sans-acces.ts'
import { noteReading } from './read-fil.ts'

const newFilSchema = z.object({
  sujet: z.union([
    z.object({ planId: z.guid(), passage: passageSchema.nullable() }),
    z.object({ axeId: z.guid() }),
    z.object({ ficheId: z.guid(), champ: z.enum(CHAMPS).nullable() }),
    z.object({ ficheId: z.guid(), passage: passageSchema }),
  ]),
  texteMarkdown: commentaireSchema,
})

type Sujet = z.infer<typeof newFilSchema>['sujet']

/** Where a thread stands. */
interface Place {
  collectiviteId: string
  planId: string | null
  axeId: string | null
  ficheId: string | null
  champ: string | null
}

const NOWHERE = { planId: null, axeId: null, ficheId: null, champ: null }

/**
 * Opens a thread about a plan, an axe, a fiche, one of its fields or a passage of a live text, with its first comment.
 * @throws ValidationError (TOO_MANY_FILS, TOO_MANY_MENTIONS, COMMENTAIRE_EMPTY, COMMENTAIRE_TOO_LONG, PASSAGE_INVALID), NotFoundError, ForbiddenError,
 * ConflictError PASSAGE_NOT_FOUND.
 */
export async function openFil(
  useCase: UseCase,
  input: z.input<typeof newFilSchema>,
): Promise<{ filId: string; sansAcces: SansAcces[] }> {
  const { viewer, tx } = useCase
  const { sujet, texteMarkdown } = parseInput(newFilSchema, input)
  const place = await demandPlace(useCase, sujet)
  const { userId } = demandPerson(viewer)
  const { planId, ficheId } = place
  const asked = 'passage' in sujet ? sujet.passage : null
  const passage = asked && (await quotedPassage(useCase, documentOf(place), asked))
  demandRoom({
    count: (await tx.fil.count({ where: { planId, ficheId } })) + 1,
    max: MAX_FILS,
    what: 'FILS',
    message: `Il y a ${MAX_FILS.toLocaleString('fr-FR')} discussions ici au plus : supprimez-en d’anciennes.`,
  })
  const {
    id,
    actifAt,
    commentaires: [commentaire],
  } = await tx.fil.create({
    data: {
      ...place,
      createdById: userId,
      commentaires: { create: { auteurId: userId, markdown: texteMarkdown } },
      ...(passage && { passage: { create: passage } }),
    },
    include: { commentaires: { select: { id: true } } },
  })
  await noteReading(useCase, { filId: id, userId, luAt: actifAt })
  const said = { fil: place, commentaireId: commentaire?.id ?? '', markdown: texteMarkdown }
  const sansAcces = await keepMentions(useCase, said)
  recordFil(useCase, place)
  return { filId: id, sansAcces }
}

/** What the viewer may comment, its lists held until the end of the transaction. */
async function demandPlace(useCase: UseCase, sujet: Sujet): Promise<Place> {
  if ('ficheId' in sujet) {
    const { id, collectiviteId } = await demandFiche(useCase, 'commentFiche', sujet.ficheId)
    await lockFiche(useCase.tx, id)
    return { ...NOWHERE, collectiviteId, ficheId: id, champ: 'champ' in sujet ? sujet.champ : null }
  }
  const axeId = 'axeId' in sujet ? sujet.axeId : null
  const plan = 'axeId' in sujet ? (await findAxe(useCase, sujet.axeId)).plan : await findPlan(useCase, sujet.planId)
  demandInPlan(useCase.viewer, 'commentPlan', plan)
  await lockPlan(useCase.tx, plan.id)
  return { ...NOWHERE, collectiviteId: plan.collectiviteId, planId: plan.id, axeId }
}
