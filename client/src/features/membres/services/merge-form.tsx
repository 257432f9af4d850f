import { Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { fr } from '../../../lib/text/french.ts'
import { DialogForm } from '../../../ui/dialog-form.tsx'
import { MergeIntoSelect } from '../../../ui/merge-into-select.tsx'
import { useAct } from '../../../lib/graphql/use-act.ts'
import { mergeServicesMutation } from './service-mutations.ts'
import { usageWords } from './service-usage-words.ts'
import type { ServiceLine } from './use-service-list.ts'

/** Puts another service in the place of one, once it is said what follows. */
export function MergeForm({
  service,
  others,
  onDone,
}: {
  /** Which goes. */
  service: ServiceLine
  others: readonly ServiceLine[]
  onDone: () => void
}) {
  const merge = useAct(mergeServicesMutation, 'Services')
  const [intoId, setIntoId] = useState<string | null>(null)
  const into = others.find(({ id }) => id === intoId)
  const follow = service.usage ? usageWords(service.usage) : []

  async function submit() {
    if (!into) return 'Choisissez le service qui reste.'
    const refusal = await merge.run({ input: { intoId: into.id, serviceIds: [service.id] } })
    if (refusal !== null) return refusal
    notifications.show({ message: fr`« ${service.nom} » n’est plus : « ${into.nom} » a pris sa place.` })
    onDone()
    return null
  }

  return (
    <DialogForm action="Fusionner" ready={into !== undefined} isDestructive onSubmit={submit} onCancel={onDone}>
      <MergeIntoSelect label="Service qui reste" others={others} intoId={intoId} onChoose={setIntoId} />
      <Stack gap={4} aria-live="polite">
        {into && (
          <>
            <Text size="sm">
              {follow.length > 0
                ? fr`Passent de « ${service.nom} » à « ${into.nom} » : ${follow.join(', ')}.`
                : fr`Rien ne nomme « ${service.nom} ».`}
            </Text>
            <Text size="sm">
              {fr`Les membres des deux services auront les droits des deux. « ${service.nom} » disparaît : cela ne s’annule pas.`}
            </Text>
          </>
        )}
      </Stack>
    </DialogForm>
  )
}
