import { Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { LabelGenre } from '../../gql/graphql.ts'
import { useAct } from '../../lib/graphql/use-act.ts'
import { fr } from '../../lib/text/french.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'
import { MergeIntoSelect } from '../../ui/merge-into-select.tsx'
import { usesWords } from './genres.ts'
import { mergeLabelsMutation } from './libelle-mutations.ts'
import type { LabelLine } from './label-rows.tsx'

/** Puts another label of its kind in the place of one, once it is said how many fiches follow. */
export function MergeForm({
  genre,
  label,
  others,
  onDone,
}: {
  genre: LabelGenre
  /** Which goes. */
  label: LabelLine
  others: readonly LabelLine[]
  onDone: () => void
}) {
  const merge = useAct(mergeLabelsMutation, 'Libelles')
  const [intoId, setIntoId] = useState<string | null>(null)
  const into = others.find(({ id }) => id === intoId)

  async function submit() {
    if (!into) return 'Choisissez le libellé qui reste.'
    const refusal = await merge.run({ input: { intoId: into.id, labelIds: [label.id] } })
    if (refusal !== null) return refusal
    notifications.show({ message: fr`« ${label.nom} » n’est plus : « ${into.nom} » a pris sa place.` })
    onDone()
    return null
  }

  return (
    <DialogForm action="Fusionner" ready={into !== undefined} isDestructive onSubmit={submit} onCancel={onDone}>
      <MergeIntoSelect label="Libellé qui reste" others={others} intoId={intoId} onChoose={setIntoId} />
      <Stack gap={4} aria-live="polite">
        {into && (
          <>
            <Text size="sm">
              {label.usagesCount > 0
                ? fr`De « ${label.nom} » à « ${into.nom} » : ${usesWords(genre, label.usagesCount)}.`
                : fr`Aucune fiche que vous lisez ne porte « ${label.nom} ».`}
            </Text>
            <Text size="sm">{fr`« ${label.nom} » disparaît : cela ne s’annule pas.`}</Text>
          </>
        )}
      </Stack>
    </DialogForm>
  )
}
