import { memo, useCallback } from 'react'
import { fr } from '../../../lib/text/french.ts'
import { useTreeEdit } from '../tree/tree-edit.ts'
import { useTreeState } from '../tree/tree-store.ts'
import classes from './axe-description.module.css'
import { usePlanTextes } from './plan-textes.ts'
import { TexteOnDemand } from './texte-on-demand.tsx'
import { usePlainText } from '../../../lib/live/use-plain-text.ts'

/** What an axe is for, under its name; nothing while nobody has written it or asked to. */
export const AxeDescription = memo(function AxeDescription({
  id,
  uuid,
  nom,
}: {
  id: string
  uuid: string
  nom: string
}) {
  const { store } = useTreeEdit()
  const textes = usePlanTextes()
  const field = `axe:${uuid}`
  const text = usePlainText(textes?.document ?? null, field)
  const opened = useTreeState(store, (state) => state.describing === id)
  const open = useCallback(
    (next: boolean) => {
      store.set({ describing: next ? id : null })
      // Nothing of it is left to have the focus.
      if (!next && text === '') focusLine(id)
    },
    [store, id, text],
  )

  if (!textes || (!opened && text === '')) return null
  return (
    <div className={classes.description}>
      <TexteOnDemand
        {...textes}
        field={field}
        label="Description de l’axe"
        name={fr`de « ${nom} »`}
        placeholder="Ce que cet axe veut changer."
        text={text}
        opened={opened}
        onOpen={open}
      />
    </div>
  )
})

function focusLine(id: string): void {
  document.querySelector<HTMLElement>(`[data-node-id="${CSS.escape(id)}"] [data-tree-stop]`)?.focus()
}
