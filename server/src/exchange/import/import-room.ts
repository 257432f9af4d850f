import { indicateursByNom } from '../../domain/indicateur/find-or-create-indicateurs.ts'
import { MAX_INDICATEURS, MAX_LINKS_OF_INDICATEUR } from '../../domain/indicateur/indicateur-rules.ts'
import type { Tx } from '../../domain/transaction.ts'
import type { Viewer } from '../../domain/viewer.ts'
import type { ImportPlan } from './import-plan.ts'
import type { ImportProblem } from './import-refused.ts'
import { allFiches } from './resolve-links.ts'

/**
 * What of a file finds no room in its collectivité: indicateurs past the most that it may have, fiches past the most that one
 * is linked to. Writes nothing.
 */
export async function withoutRoom(
  { tx, viewer }: { tx: Pick<Tx, 'indicateur' | 'ficheIndicateur'>; viewer: Viewer },
  { collectiviteId, plan }: { collectiviteId: string; plan: ImportPlan },
): Promise<ImportProblem[]> {
  if (plan.indicateurs.length === 0) return []
  const keys = plan.indicateurs.map(({ key }) => key)
  const idByKey = await indicateursByNom({ tx, viewer }, { collectiviteId, keys })
  const count = await tx.indicateur.count({ where: { collectiviteId, suppressionId: null } })
  const links = await tx.ficheIndicateur.groupBy({
    by: ['indicateurId'],
    where: { indicateurId: { in: [...idByKey.values()] } },
    _count: true,
  })
  const linksById = new Map(links.map(({ indicateurId, _count }) => [indicateurId, _count]))
  return [
    ...plan.indicateurs
      .filter(({ key }) => !idByKey.has(key))
      .slice(Math.max(0, MAX_INDICATEURS - count))
      .map(({ nom, row, column }) => ({
        row,
        column,
        message: `Une collectivité compte au plus ${MAX_INDICATEURS} indicateurs : il n’y a pas de place pour « ${nom} ».`,
      })),
    ...linksPast(plan, (key) => linksById.get(idByKey.get(key) ?? '') ?? 0),
  ]
}

function linksPast(plan: ImportPlan, linksBefore: (key: string) => number): ImportProblem[] {
  const names = new Map(plan.indicateurs.map((name) => [name.key, name]))
  const columnOfRow = new Map(
    plan.cells.flatMap((cell) =>
      'field' in cell && cell.field === 'indicateurs' ? [[cell.row, cell.column] as const] : [],
    ),
  )
  const counts = new Map<string, number>()
  return allFiches(plan).flatMap((fiche) =>
    fiche.indicateurs.flatMap((key): ImportProblem[] => {
      const name = names.get(key)
      const count = (counts.get(key) ?? linksBefore(key)) + 1
      counts.set(key, count)
      if (!name || count <= MAX_LINKS_OF_INDICATEUR) return []
      // A cell merged over several rows is told at the first of them, as the spreadsheet shows it.
      const column = columnOfRow.get(fiche.row)
      const { row, column: first } = name
      const message = `Un indicateur se lie à ${MAX_LINKS_OF_INDICATEUR} fiches au plus : « ${name.nom} » en aurait davantage.`
      return [column === undefined ? { row, column: first, message } : { row: fiche.row, column, message }]
    }),
  )
}
