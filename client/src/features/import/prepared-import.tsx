import { Alert, Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { counted, fr } from '../../lib/text/french.ts'
import { isPlanType, PLAN_TYPE_LABELS } from '../../lib/vocabulary/plan-types.ts'
import { Surface } from '../../ui/surface.tsx'
import type { CellFix, ImportDecisions, ImportPreview, ImportProblem } from './import-api.ts'
import { addressOf } from './problem-address.ts'
import { PreviewTree } from './preview-tree.tsx'
import { Problems } from './problems.tsx'

const TYPES = Object.entries(PLAN_TYPE_LABELS).map(([value, label]) => ({ value, label }))

interface PreparedImportProps {
  preview: ImportPreview
  busy: boolean
  onFix: (fix: CellFix) => void
  onStart: (decisions: ImportDecisions) => void
  onRestart: () => void
}

/** A file that was read: the plan's name and type, what to mend or accept, and the tree that it would become. */
export function PreparedImport({ preview, busy, onFix, onStart, onRestart }: PreparedImportProps) {
  const [nom, setNom] = useState(preview.nom)
  const [type, setType] = useState(preview.type)
  const [typeAutre, setTypeAutre] = useState(preview.typeAutre ?? '')
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set())
  const warnings = preview.problems.filter(({ severity }) => severity === 'warning')
  const left = warnings.filter((problem) => !accepted.has(addressOf(problem))).length
  const blocked = preview.problemCounts.error > 0 || left > 0

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (blocked || busy) return
    // Past what the page lists, each warning listed was accepted: the others go with them.
    const all = preview.problemCounts.warning > warnings.length
    onStart({ nom, type, typeAutre: type === 'AUTRE' ? typeAutre : null, accepted: all ? 'all' : [...accepted] })
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <Surface p="lg">
          <Stack gap="md">
            <Text size="sm" c="dimmed">
              {fr`Fichier « ${preview.fileName} », feuille « ${preview.sheet} ».`}
            </Text>
            <TextInput
              label="Nom du plan"
              value={nom}
              onChange={(event) => setNom(event.currentTarget.value)}
              maxLength={300}
              required
              withAsterisk={false}
            />
            <NativeSelect
              label="Type"
              data={TYPES}
              value={type}
              onChange={({ currentTarget: { value } }) => isPlanType(value) && setType(value)}
            />
            {type === 'AUTRE' && (
              <TextInput
                label="Nom de ce type"
                value={typeAutre}
                onChange={(event) => setTypeAutre(event.currentTarget.value)}
                required
                withAsterisk={false}
              />
            )}
            {preview.otherSheets.length > 0 && (
              <Alert color="yellow">
                {fr`Ces feuilles ressemblent aussi à un plan et ne sont pas importées : ${preview.otherSheets.join(', ')}.`}
              </Alert>
            )}
          </Stack>
        </Surface>
        <Problems
          preview={preview}
          accepted={accepted}
          busy={busy}
          onFix={onFix}
          onAccept={(problems, isAccepted) => setAccepted(withProblems(accepted, { problems, isAccepted }))}
        />
        <Surface p="lg">
          <Title order={2} mb="xs">
            Ce qui sera créé
          </Title>
          <Text c="dimmed" size="sm" mb="md">
            {contentsOf(preview)}
          </Text>
          <PreviewTree preview={preview} />
        </Surface>
        <Group justify="flex-end" align="center">
          <Text size="sm" c="dimmed" aria-live="polite" flex="1 1 14rem">
            {whatIsLeft(preview, left)}
          </Text>
          <Button variant="default" onClick={onRestart}>
            Choisir un autre fichier
          </Button>
          <Button type="submit" disabled={blocked} loading={busy}>
            Importer le plan
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function withProblems(
  accepted: ReadonlySet<string>,
  { problems, isAccepted }: { problems: readonly ImportProblem[]; isAccepted: boolean },
): ReadonlySet<string> {
  const addresses = new Set(problems.map(addressOf))
  if (isAccepted) return new Set([...accepted, ...addresses])
  return new Set([...accepted].filter((address) => !addresses.has(address)))
}

function whatIsLeft({ problemCounts: { error } }: ImportPreview, left: number): string {
  if (error > 0) return `${counted(error, 'erreur est à corriger', 'erreurs sont à corriger')}.`
  return left > 0 ? `${counted(left, 'avertissement est', 'avertissements sont')} à corriger ou à accepter.` : ''
}

function contentsOf({ counts }: ImportPreview): string {
  const told: [number, string, string][] = [
    [counts.axes, 'axe', 'axes'],
    [counts.fiches, 'fiche', 'fiches'],
    [counts.sousActions, 'sous-action', 'sous-actions'],
    [counts.services, 'service nommé', 'services nommés'],
    [counts.personnes, 'personne nommée', 'personnes nommées'],
    [counts.indicateurs, 'indicateur lié', 'indicateurs liés'],
    [counts.labels, 'libellé', 'libellés'],
  ]
  return told
    .filter(([count]) => count > 0)
    .map(([count, singular, plural]) => counted(count, singular, plural))
    .join(', ')
}
