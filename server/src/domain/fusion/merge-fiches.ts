import { recordFichesGone } from '../corbeille/record-fiches-gone.ts'
import { createSuppressions, takeFiches } from '../corbeille/suppressions.ts'
import { lockFiches } from '../fiche/lock-fiche.ts'
import { acteOf } from '../journal/tell-acte.ts'
import { actorOf, type LockedText, type NewDocument, TextTooLargeError } from '../live-text.ts'
import { parseInput } from '../parse-input.ts'
import { lockPlans } from '../plan/lock-plan.ts'
import type { UseCase } from '../use-case.ts'
import { moveFils } from './fils-deplaces.ts'
import { type FusionAsked, fusionRefused, fusionSchema } from './fusion-rules.ts'
import type { Laisse, Reprise } from './laisse.ts'
import { demandPair, type Reunion, reunionOf } from './reunion.ts'
import { textesReunis } from './textes-reunis.ts'
import { writeReunion } from './write-reunion.ts'

/** What a merge did, or would do. */
export interface Fusion {
  /** The kept fiche. */
  ficheId: string
  /** The line of the corbeille which brings the merged one back and undoes it all; null when it was only tried. */
  suppressionId: string | null
  publie: boolean
  reprises: Reprise[]
  laisses: Laisse[]
}

/**
 * Merges a fiche into another: texts are added to its texts as an edit, sets united, single values and budget lines taken where it has
 * none, notes, lines, links and places copied, sous-actions and threads moved. The merged one goes into the corbeille as it was, and its address
 * leads to the other. `essai` answers the same without writing.
 *
 * Both documents are locked meanwhile, so that all that anybody was told to be saved in the merged one is in the other; from then on
 * nothing is saved in it.
 * @throws ValidationError FUSION_SELF, NotFoundError, ForbiddenError, ConflictError (see fusion-rules.ts)
 */
export async function mergeFiches(
  useCase: UseCase,
  { essai, ...input }: FusionAsked & { essai: boolean },
): Promise<Fusion> {
  const asked = parseInput(fusionSchema, input)
  if (essai) return tryMerge(useCase, asked)
  await demandPair(useCase, asked)
  await lockAll(useCase, asked)
  const reunion = await reunionOf(useCase, asked)
  const { kept, absorbed } = reunion
  await recordFichesGone(useCase, [absorbed.id])
  await writeReunion(useCase, reunion)
  const [suppressionId = ''] = await createSuppressions(useCase, [
    { kind: 'FICHE', objetId: absorbed.id, nom: absorbed.titre, collectiviteId: absorbed.collectiviteId },
  ])
  await takeFiches(useCase.tx, new Map([[absorbed.id, suppressionId]]))
  // Last, so that those who type wait as little as can be.
  const { written, text, ...closed } = await writeTextes(useCase, reunion)
  await useCase.tx.fusion.create({
    data: {
      ficheId: absorbed.id,
      dansId: kept.id,
      collectiviteId: kept.collectiviteId,
      acte: await acteOf(useCase.tx),
      ...closed,
    },
  })
  await moveFils(useCase, { from: absorbed.id, to: kept.id, text })
  return answerOf(reunion, { suppressionId, written })
}

async function tryMerge(useCase: UseCase, asked: { ficheId: string; intoId: string }): Promise<Fusion> {
  const reunion = await reunionOf(useCase, asked)
  const texts = await useCase.liveText.read(refsOf(reunion))
  return answerOf(reunion, { suppressionId: null, written: Object.keys(editsOf(reunion, texts)) })
}

/** Plans, then fiches; the live texts come after. */
async function lockAll({ tx }: UseCase, { ficheId, intoId }: { ficheId: string; intoId: string }): Promise<void> {
  const places = await tx.placement.findMany({
    where: { ficheId: { in: [ficheId, intoId] } },
    distinct: ['planId'],
    select: { planId: true },
  })
  await lockPlans(
    tx,
    places.map(({ planId }) => planId),
  )
  await lockFiches(tx, [ficheId, intoId])
}

/** Adds the texts to those of the kept fiche, and closes the document of the other. */
async function writeTextes(
  { viewer, tx, liveText, record }: UseCase,
  reunion: Reunion,
): Promise<{ clientId: bigint | null; epoch: string; written: string[]; text: LockedText }> {
  const texts = await liveText.lock({ tx, documents: refsOf(reunion) })
  const [kept, absorbed] = [textOf(texts, reunion.kept.id), textOf(texts, reunion.absorbed.id)]
  const edits = editsOf(reunion, texts)
  const written = Object.keys(edits)
  const epoch = await absorbed.close()
  if (written.length === 0) return { clientId: null, epoch, written, text: kept }
  const actor = actorOf(viewer)
  const client = await kept.write({ edits, actor }).catch((error: unknown) => {
    throw error instanceof TextTooLargeError ? fusionRefused('FUSION_TOO_LARGE') : error
  })
  record.wrote({ document: kept.document, fields: written, actor })
  return { clientId: BigInt(client), epoch, written, text: kept }
}

function refsOf({ kept, absorbed }: Reunion): { kind: 'fiche'; uuid: string }[] {
  return [kept, absorbed].map(({ id }) => ({ kind: 'fiche', uuid: id }))
}

function editsOf(
  { kept, absorbed, lignes }: Reunion,
  texts: readonly Pick<LockedText, 'document' | 'fields'>[] | readonly NewDocument[],
) {
  const notes = new Map([...lignes.notes].map(([from, { id }]) => [from, id]))
  return textesReunis({ kept: textOf(texts, kept.id).fields, absorbed: textOf(texts, absorbed.id).fields, notes })
}

function textOf<Text extends Pick<LockedText, 'document'>>(texts: readonly Text[], ficheId: string): Text {
  const text = texts.find(({ document }) => document.uuid === ficheId)
  if (!text) throw new Error('a fiche has a document')
  return text
}

function answerOf(
  { kept, publie, reprises, laisses }: Reunion,
  { suppressionId, written }: { suppressionId: string | null; written: readonly string[] },
): Fusion {
  const textes = written.filter((field) => !field.startsWith('note:')).map((champ) => ({ champ, nombre: 1 }))
  return { ficheId: kept.id, suppressionId, publie, reprises: [...textes, ...reprises], laisses }
}
