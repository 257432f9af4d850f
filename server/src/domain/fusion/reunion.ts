import { NotFoundError } from '../errors.ts'
import { readStates } from '../fiche/en-masse/fiche-state.ts'
import { problemOf } from '../fiche/en-masse/plan-write.ts'
import { demandFiche } from '../fiche/find-fiche.ts'
import { readableChampsPropres, readableFiches } from '../rights/readable.ts'
import { MAX_SOUS_ACTIONS } from '../sous-action/sous-action-rules.ts'
import type { UseCase } from '../use-case.ts'
import { type Contenu, readContenu } from './contenu.ts'
import { countFils } from './fils-deplaces.ts'
import { fusionFull, fusionRefused } from './fusion-rules.ts'
import { type Laisse, laisse, type Reprise } from './laisse.ts'
import { isPublic, lecteursKey } from './lecteurs.ts'
import { type LiensReunis, liensReunis } from './liens-reunis.ts'
import { demandRoom, type LignesReunies, lignesReunies } from './lignes-reunies.ts'
import { demandPlaces, placesReunies } from './places-reunies.ts'
import { type ValeursReunies, valeursReunies } from './valeurs-reunies.ts'

/** What a merge does to the kept fiche, its texts apart. */
export interface Reunion {
  kept: Contenu
  absorbed: Contenu
  valeurs: ValeursReunies
  lignes: LignesReunies
  liens: LiensReunis
  places: Contenu['placements']
  /** Whether what only members read is to be read by anybody. */
  publie: boolean
  reprises: Reprise[]
  laisses: Laisse[]
}

/**
 * What merging a fiche into another would do, once the viewer may: delete the one, change the other, and change the plans that hold the
 * one. Of what they may not read, nothing is told.
 * @throws NotFoundError, ForbiddenError, ConflictError (see fusion-rules.ts)
 */
export async function reunionOf(
  useCase: UseCase,
  { ficheId, intoId }: { ficheId: string; intoId: string },
): Promise<Reunion> {
  const { tx } = useCase
  await demandPair(useCase, { ficheId, intoId })
  const states = await readStates(useCase, [ficheId, intoId])
  const [state, intoState] = [states.get(ficheId), states.get(intoId)]
  if (!state || !intoState) throw new NotFoundError('FICHE')
  const [absorbed, kept] = [await readContenu(tx, ficheId), await readContenu(tx, intoId)]
  demandAlike(kept, absorbed)
  const places = placesReunies(kept, absorbed)
  await demandPlaces(useCase, { kept, absorbed, places })

  const valeurs = valeursReunies({ state: intoState, contenu: kept }, { state, contenu: absorbed })
  if (problemOf(valeurs.write) !== null) throw fusionFull('éléments d’une même liste')
  const lignes = lignesReunies(kept, absorbed)
  const liens = liensReunis(kept, absorbed)
  demandRoom([kept.sousActions, absorbed.sousActions], { max: MAX_SOUS_ACTIONS, what: 'sous-actions' })

  const fils = await countFils(tx, { from: ficheId, to: intoId })

  const readable = await readableAmong(useCase, { lignes, liens })
  const reprises = reprisesOf({ absorbed, valeurs, lignes, liens, places, fils }, readable)
  const laisses = [...titreLaisse(kept, absorbed), ...valeurs.laisses, ...laissesOf({ lignes, liens }, readable)]
  const publie = !kept.restreinte && isPublic(kept) !== isPublic(absorbed)
  return { kept, absorbed, valeurs, lignes, liens, places, publie, reprises, laisses }
}

/** @throws NotFoundError, ForbiddenError, ConflictError FUSION_OTHER_COLLECTIVITE */
export async function demandPair(
  useCase: UseCase,
  { ficheId, intoId }: { ficheId: string; intoId: string },
): Promise<void> {
  const fiche = await demandFiche(useCase, 'deleteFiche', ficheId)
  const into = await demandFiche(useCase, 'editFiche', intoId)
  if (fiche.collectiviteId !== into.collectiviteId) throw fusionRefused('FUSION_OTHER_COLLECTIVITE')
}

/** @throws ConflictError: what is closed would open, or a sous-action become none. */
function demandAlike(kept: Contenu, absorbed: Contenu): void {
  if (kept.parentId !== absorbed.parentId) throw fusionRefused('FUSION_SOUS_ACTION')
  // Sous-actions of one fiche have its rights.
  if (kept.parentId === null && lecteursKey(kept) !== lecteursKey(absorbed)) throw fusionRefused('FUSION_READERS')
}

interface Readable {
  champIds: ReadonlySet<string>
  titres: ReadonlyMap<string, string>
}

/** Those of the plans' own fields, and of the linked fiches, of which the viewer may be told. */
async function readableAmong(
  { viewer, tx }: UseCase,
  { lignes, liens }: Pick<Reunion, 'lignes' | 'liens'>,
): Promise<Readable> {
  const champIds = [...lignes.valeursPropres, ...lignes.laisses].flatMap(({ champId }) => champId ?? [])
  const otherIds = [...liens.liens, ...liens.laisses].map(({ otherId }) => otherId)
  const champs = await tx.champPropre.findMany({
    where: { AND: [{ id: { in: champIds } }, readableChampsPropres(viewer)] },
    select: { id: true },
  })
  const others = await tx.fiche.findMany({
    where: { AND: [{ id: { in: otherIds } }, readableFiches(viewer)] },
    select: { id: true, titre: true },
  })
  return { champIds: new Set(champs.map(({ id }) => id)), titres: new Map(others.map(({ id, titre }) => [id, titre])) }
}

type Taken = Pick<Reunion, 'absorbed' | 'valeurs' | 'lignes' | 'liens' | 'places'> & { fils: number }

function reprisesOf(
  { absorbed, valeurs, lignes, liens, places, fils }: Taken,
  { champIds, titres }: Readable,
): Reprise[] {
  const counts = new Map<string, number>()
  const add = (champ: string, nombre = 1) => {
    if (nombre > 0) counts.set(champ, (counts.get(champ) ?? 0) + nombre)
  }
  for (const champ of [...valeurs.write.valeurs.keys(), ...Object.keys(valeurs.details)]) add(champ)
  for (const { ensemble } of valeurs.write.ajouts) add(ensemble)
  add('mesuresLiees', lignes.mesures.length)
  add('budgets', lignes.budgets.length)
  add('financeurs', lignes.financeurs.length)
  add('notesSuivi', lignes.notes.size)
  add('champsPropres', lignes.valeursPropres.filter(({ champId }) => champIds.has(champId)).length)
  add('indicateurs', lignes.indicateurs.length)
  add('liens', liens.liens.filter(({ otherId }) => titres.has(otherId)).length)
  add('placements', places.length)
  add('sousActions', absorbed.sousActions.length)
  add('fils', fils)
  return [...counts].map(([champ, nombre]) => ({ champ, nombre }))
}

function laissesOf({ lignes, liens }: Pick<Reunion, 'lignes' | 'liens'>, { champIds, titres }: Readable): Laisse[] {
  return [
    ...lignes.laisses.filter(({ champId }) => champId === undefined || champIds.has(champId)),
    ...liens.laisses.flatMap(({ otherId, ...left }) => {
      const precision = titres.get(otherId)
      return precision === undefined ? [] : [{ ...left, precision }]
    }),
  ]
}

function titreLaisse(kept: Contenu, absorbed: Contenu): Laisse[] {
  return kept.titre === absorbed.titre ? [] : [laisse('titre', [kept.titre, absorbed.titre])]
}
