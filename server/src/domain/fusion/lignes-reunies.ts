import type { Prisma } from '@pupitre/prisma'
import { v7 as uuidv7 } from 'uuid'
import { ligneWords } from '../budget/ligne-words.ts'
import { MAX_LIGNES_FINANCEUR } from '../financeur/financeur-rules.ts'
import { MAX_LINKED_INDICATEURS } from '../indicateur/indicateur-rules.ts'
import { MAX_MESURES } from '../mesure/mesure-rules.ts'
import { MAX_NOTES } from '../note/note-rules.ts'
import type { Contenu } from './contenu.ts'
import { fusionFull } from './fusion-rules.ts'
import { type Laisse, laisse } from './laisse.ts'

/** Rows that the kept fiche is given, copies of those of the merged one, which keeps its own. */
export interface LignesReunies {
  mesures: Prisma.MesureLieeCreateManyInput[]
  budgets: Prisma.LigneBudgetCreateManyInput[]
  financeurs: { ligne: Prisma.LigneFinanceurCreateManyInput & { id: string }; labelIds: string[] }[]
  /** The copies of its notes, by the ids of the originals. */
  notes: ReadonlyMap<string, Prisma.NoteSuiviCreateManyInput & { id: string }>
  valeursPropres: Prisma.ChampPropreValeurCreateManyInput[]
  indicateurs: Prisma.FicheIndicateurCreateManyInput[]
  laisses: (Laisse & { champId?: string })[]
}

/** A line that the kept fiche has already is not taken twice; of a budget, its own amount stays. @throws ConflictError FUSION_TOO_MANY */
export function lignesReunies(kept: Contenu, absorbed: Contenu): LignesReunies {
  const ficheId = kept.id
  const laisses: LignesReunies['laisses'] = []

  const own = new Set(kept.mesuresLiees.map(mesureKey))
  const mesures = absorbed.mesuresLiees
    .filter((mesure) => !own.has(mesureKey(mesure)))
    .map(({ code, titre }) => ({ ficheId, code, titre }))

  const lines = new Map(kept.lignesBudget.map((ligne) => [budgetKey(ligne), ligne]))
  const budgets = absorbed.lignesBudget.flatMap((ligne) => {
    const there = lines.get(budgetKey(ligne))
    if (there && !there.montant.equals(ligne.montant)) {
      laisses.push(laisse('budgets', [ligneWords(there), ligneWords(ligne)]))
    }
    const { type, unite, nature, annee, montant } = ligne
    return there ? [] : [{ ficheId, type, unite, nature, annee, montant }]
  })

  const known = new Set(kept.lignesFinanceur.map(financeurKey))
  const financeurs = absorbed.lignesFinanceur
    .filter((ligne) => !known.has(financeurKey(ligne)))
    .map(({ montantHt, collectiviteId, createdAt, financeurs: labels }) => ({
      ligne: { id: uuidv7(), ficheId, collectiviteId, montantHt, createdAt },
      labelIds: labels.map(({ labelId }) => labelId),
    }))

  const notes = new Map(
    absorbed.notesSuivi.map(({ id, date, createdById, createdAt }) => [
      id,
      { id: uuidv7(), ficheId, date, createdById, createdAt },
    ]),
  )

  const said = new Map(kept.valeursPropres.map((valeur) => [valeur.champId, valeurWords(valeur)]))
  const valeursPropres = absorbed.valeursPropres.flatMap((valeur) => {
    const { champId, type, texte, nombre, date, choixId } = valeur
    const there = said.get(champId)
    const theirs = valeurWords(valeur)
    if (there !== undefined && there !== theirs) {
      laisses.push({ ...laisse('champsPropres', [there, theirs], valeur.champ.nom), champId })
    }
    return there === undefined ? [{ ficheId, champId, type, texte, nombre, date, choixId }] : []
  })

  const linked = new Set(kept.indicateurs.map(({ indicateurId }) => indicateurId))
  const indicateurs = absorbed.indicateurs
    .filter(({ indicateurId }) => !linked.has(indicateurId))
    .map(({ indicateurId, collectiviteId }) => ({ ficheId, indicateurId, collectiviteId }))

  demandRoom([kept.mesuresLiees, mesures], { max: MAX_MESURES, what: 'mesures liées' })
  demandRoom([kept.lignesFinanceur, financeurs], { max: MAX_LIGNES_FINANCEUR, what: 'lignes de financeurs' })
  demandRoom([kept.notesSuivi, [...notes.values()]], { max: MAX_NOTES, what: 'notes de suivi' })
  demandRoom([kept.indicateurs, indicateurs], { max: MAX_LINKED_INDICATEURS, what: 'indicateurs' })
  return { mesures, budgets, financeurs, notes, valeursPropres, indicateurs, laisses }
}

/** @throws ConflictError FUSION_TOO_MANY: a list that takes something would hold too much. */
export function demandRoom(
  [there, added]: [readonly unknown[], readonly unknown[]],
  { max, what }: { max: number; what: string },
): void {
  if (added.length > 0 && there.length + added.length > max) throw fusionFull(what)
}

function mesureKey({ code, titre }: { code: string; titre: string }): string {
  return JSON.stringify([code, titre])
}

function budgetKey({ type, unite, nature, annee }: Contenu['lignesBudget'][number]): string {
  return [type, unite, nature, annee].join(' ')
}

function financeurKey({ montantHt, financeurs }: Contenu['lignesFinanceur'][number]): string {
  return [montantHt?.toFixed(2), ...financeurs.map(({ labelId }) => labelId).toSorted()].join(' ')
}

function valeurWords({ texte, nombre, date, choix }: Contenu['valeursPropres'][number]): string {
  return texte ?? nombre?.toString() ?? date?.toISOString().slice(0, 'AAAA-MM-JJ'.length) ?? choix?.nom ?? ''
}
