import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { usePlanTextes } from './plan-textes.ts'
import classes from './plan-description.module.css'
import { TexteOnDemand } from './texte-on-demand.tsx'
import { usePlainText } from '../../../lib/live/use-plain-text.ts'

/** What the plan is for, above its tree. */
export function PlanDescription() {
  const textes = usePlanTextes()
  const text = usePlainText(textes?.document ?? null, 'description')
  const [opened, setOpened] = useState<boolean | null>(null)
  // Folded again with nothing written, it is offered as before, and has the focus.
  const focusIfFolded = useCallback(
    (button: HTMLButtonElement | null) => {
      if (opened === false) button?.focus()
    },
    [opened],
  )

  if (!textes) return null
  if (!opened && text === '')
    return textes.readOnly ? null : (
      <Button
        variant="subtle"
        size="compact-sm"
        mb="sm"
        ref={focusIfFolded}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        Décrire le plan
      </Button>
    )
  return (
    <div className={classes.description}>
      <TexteOnDemand
        {...textes}
        field="description"
        label="Description"
        name="du plan"
        placeholder="Ce que le plan veut changer, sur quel territoire, avec qui."
        text={text}
        opened={opened === true}
        onOpen={setOpened}
      />
    </div>
  )
}
