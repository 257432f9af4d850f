import { MAX_LIENS } from '../../domain/lien/lien-rules.ts'
import type { ImportFiche, ImportLink, ImportPlan } from './import-plan.ts'
import { allFiches, type LinkTargets } from './resolve-links.ts'

/** A fiche of the file, and what it is linked to: another of the file, or the id of one that was there before. */
export interface PlannedLink {
  fiche: ImportFiche
  autre: ImportFiche | string
}

export interface PlannedLinks {
  links: PlannedLink[]
  /** Sentences about the titles that lead nowhere, or one link too far, by the address of their cell. */
  left: ReadonlyMap<string, string>
}

/** Which links a file asks for, each once, and what is said of those that are left out. Writes nothing. */
export function planLinks(plan: Pick<ImportPlan, 'fiches'>, { inFile, there, liensOf }: LinkTargets): PlannedLinks {
  const leftOut: LeftOut[] = []
  const counts = new Map<ImportFiche | string, number>(liensOf)
  const linked = new Map<ImportFiche | string, Set<ImportFiche | string>>()
  const links: PlannedLink[] = []
  for (const fiche of allFiches(plan)) {
    for (const link of fiche.liees) {
      const autre = inFile.get(link.key) ?? there.get(link.key)
      const ends = autre === undefined ? [] : [fiche, autre]
      if (autre === undefined) leftOut.push({ link, why: 'dead' })
      else if (autre === fiche) leftOut.push({ link, why: 'self' })
      else if (linked.get(autre)?.has(fiche) || linked.get(fiche)?.has(autre)) continue
      else if (ends.some((end) => (counts.get(end) ?? 0) >= MAX_LIENS)) leftOut.push({ link, why: 'over' })
      else {
        for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1)
        linked.set(fiche, (linked.get(fiche) ?? new Set()).add(autre))
        links.push({ fiche, autre })
      }
    }
  }
  return { links, left: sentencesOf(leftOut) }
}

interface LeftOut {
  link: ImportLink
  why: 'dead' | 'self' | 'over'
}

const SENTENCES: Record<LeftOut['why'], (names: string) => string> = {
  dead: (names) => `Aucune fiche n’a ce titre : ${names}.`,
  self: (names) => `Une fiche ne se lie pas à elle-même : ${names}.`,
  over: (names) => `Une fiche a ${MAX_LIENS} liens au plus, sans celui-ci : ${names}.`,
}

function sentencesOf(leftOut: readonly LeftOut[]): Map<string, string> {
  const byCell = Map.groupBy(leftOut, ({ link: { row, column } }) => `${column}${row}`)
  return new Map(
    [...byCell].map(([address, all]) => {
      const byReason = Map.groupBy(all, ({ why }) => why)
      const sentences = [...byReason].map(([why, some]) =>
        SENTENCES[why](some.map(({ link }) => `« ${link.nom} »`).join(', ')),
      )
      return [address, sentences.join(' ')]
    }),
  )
}
