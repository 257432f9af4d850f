import { documentPath } from '@pupitre/document'
import type { Examination } from './examine-instance.ts'
import { isRepairable, PROBLEMS, type Problem } from './problem.ts'

/** Enough to see what they have in common; more would hide the sentence that counts them. */
const MAX_LINES = 200

/** What the examination says to the person who asked: a line per problem, then what it looked at, then what to do. */
export function reportOf(examination: Examination): string {
  const { problems, documents, updates, snapshots, versions, formerAuthors, repaired } = examination
  const lines = problems.slice(0, MAX_LINES).map(lineOf)
  if (problems.length > MAX_LINES) lines.push(`… et ${problems.length - MAX_LINES} autres.`)
  lines.push(
    `${plural(documents.fiche, 'fiche')} et ${plural(documents.plan, 'plan')} examinés : ${plural(updates, 'modification')} au journal, ${plural(snapshots, 'instantané')}, ${plural(versions, 'version')}.`,
  )
  if (formerAuthors > 0) lines.push(`${plural(formerAuthors, 'auteur')} sans compte aujourd’hui.`)
  if (repaired > 0) lines.push(`${plural(repaired, 'document')} : texte des listes et de la recherche écrit à nouveau.`)
  lines.push(conclusionOf(problems))
  return lines.join('\n')
}

function lineOf({ ref, kind, detail }: Problem): string {
  return `${documentPath(ref)} : ${PROBLEMS[kind]}${detail === undefined ? '' : ` (${detail})`}.`
}

function conclusionOf(problems: readonly Problem[]): string {
  if (problems.length === 0) return 'Tout est en ordre.'
  const repairable = problems.filter(isRepairable).length
  const advice =
    repairable === 0
      ? 'à reprendre d’une sauvegarde (npm run restore)'
      : `dont ${repairable} que « npm run doctor -- --repair » répare`
  return `${plural(problems.length, 'problème')}, ${advice}.`
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString('fr')} ${noun}${count > 1 ? 's' : ''}`
}
