import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { counted } from '../../lib/text/french.ts'
import { Surface } from '../../ui/surface.tsx'
import type { CellFix, ImportPreview, ImportProblem } from './import-api.ts'
import { addressOf } from './problem-address.ts'
import { ProblemRow } from './problem-row.tsx'
import classes from './problems.module.css'

interface ProblemsProps {
  preview: ImportPreview
  accepted: ReadonlySet<string>
  busy: boolean
  onFix: (fix: CellFix) => void
  onAccept: (problems: readonly ImportProblem[], isAccepted: boolean) => void
}

/** What is wrong or doubtful in the file, cell by cell: to be mended here, or accepted. */
export function Problems({ preview, accepted, busy, onFix, onAccept }: ProblemsProps) {
  const { problems, problemCounts } = preview
  if (problems.length === 0) return null
  const toDecide = problems.filter(({ severity }) => severity !== 'info')
  const infos = problems.filter(({ severity }) => severity === 'info')
  const warnings = toDecide.filter(({ severity }) => severity === 'warning')
  const allAccepted = warnings.every((problem) => accepted.has(addressOf(problem)))
  const hidden = problemCounts.error + problemCounts.warning - toDecide.length

  return (
    <Surface p="lg">
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={2}>À vérifier</Title>
          {warnings.length > 0 && (
            <Button variant="default" size="sm" onClick={() => onAccept(warnings, !allAccepted)}>
              {allAccepted ? 'Ne plus accepter les avertissements' : 'Accepter tous les avertissements'}
            </Button>
          )}
        </Group>
        {toDecide.length > 0 && (
          <table className={classes.table}>
            <caption className={classes.caption}>
              {[
                problemCounts.error > 0 && counted(problemCounts.error, 'erreur', 'erreurs'),
                problemCounts.warning > 0 && counted(problemCounts.warning, 'avertissement', 'avertissements'),
              ]
                .filter(Boolean)
                .join(', ')}
            </caption>
            <thead>
              <tr>
                <th scope="col">Ligne</th>
                <th scope="col">Colonne</th>
                <th scope="col">Valeur</th>
                <th scope="col">Ce qui se passe</th>
                <th scope="col">Que faire</th>
              </tr>
            </thead>
            <tbody>
              {toDecide.map((problem) => (
                <ProblemRow
                  key={`${addressOf(problem)} ${problem.message}`}
                  problem={problem}
                  accepted={accepted.has(addressOf(problem))}
                  busy={busy}
                  onFix={onFix}
                  onAccept={(isAccepted) => onAccept([problem], isAccepted)}
                />
              ))}
            </tbody>
          </table>
        )}
        {hidden > 0 && (
          <Text size="sm">
            {counted(hidden, 'autre ligne n’est pas montrée', 'autres lignes ne sont pas montrées')} ici : mieux vaut
            corriger le fichier.
          </Text>
        )}
        {infos.length > 0 && (
          <details>
            <summary>{counted(problemCounts.info, 'remarque', 'remarques')}, sans rien à faire</summary>
            <ul className={classes.infos}>
              {infos.map((problem) => (
                <li key={`${addressOf(problem)} ${problem.message}`}>
                  Ligne {problem.row}, colonne {problem.column} : {problem.message}
                </li>
              ))}
            </ul>
          </details>
        )}
      </Stack>
    </Surface>
  )
}
