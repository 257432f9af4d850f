import { Select, Skeleton } from '@mantine/core'
import { withoutAccents } from '../../../lib/text/without-accents.ts'
import { useDialogDropdownProps } from '../../../ui/dialog-layer.ts'
import { keepEnter } from '../../../ui/fields/keep-enter.ts'
import { ReadFailed } from '../../../ui/fields/read-failed.tsx'
import type { AxesOfPlan } from './use-axe-paths.ts'

const ROOT = { value: 'root', label: 'À la racine du plan' }
/** As many as one may look through: past these, one types. */
const MAX_OFFERED = 200
const MORE = `La liste ne montre que les ${MAX_OFFERED} premiers : des mots du nom trouvent les autres.`

/** Finds an axe of a plan by the names that lead to it; null is the root of the plan. */
export function TargetAxeInput({
  axesOfPlan: { axes, failed, retry },
  axeId,
  onChoose,
}: {
  axesOfPlan: AxesOfPlan
  axeId: string | null
  onChoose: (axeId: string | null) => void
}) {
  const dropdown = useDialogDropdownProps()

  if (failed) return <ReadFailed onRetry={retry} />
  if (!axes) return <Skeleton height={60} aria-label="Lecture des axes du plan" />
  return (
    <Select
      {...dropdown}
      label="Axe"
      description={axes.length >= MAX_OFFERED ? MORE : undefined}
      data={[ROOT, ...axes.map(({ id, path }) => ({ value: id, label: path.join(' › ') }))]}
      value={axeId ?? ROOT.value}
      onChange={(value) => onChoose(value === ROOT.value ? null : value)}
      allowDeselect={false}
      searchable
      onKeyDown={keepEnter}
      limit={MAX_OFFERED}
      filter={({ options, search, limit }) =>
        options
          .filter((option) => 'label' in option && withoutAccents(option.label).includes(withoutAccents(search.trim())))
          .slice(0, limit)
      }
      nothingFoundMessage="Aucun axe ne porte ces mots."
    />
  )
}
