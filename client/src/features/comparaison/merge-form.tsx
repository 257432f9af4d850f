import { Radio, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { fr } from '../../lib/text/french.ts'
import { UNTITLED } from '../../lib/vocabulary/fiche-labels.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'
import { showUndo } from '../../ui/show-undo.tsx'
import type { ComparedFiche } from './comparison-query.ts'
import { MergePreview } from './merge-preview.tsx'
import { useMergePreview } from './use-merge-preview.ts'
import { useMerge, useUndoMerge } from './use-merge.ts'

/** Chooses which fiche is kept, says what the merge would do, and does it. */
export function MergeForm({
  fiches,
  onClose,
}: {
  /** The one that is kept unless the other is chosen, and the other. */
  fiches: readonly [ComparedFiche, ComparedFiche]
  onClose: () => void
}) {
  const [keptId, setKeptId] = useState(fiches[0].id)
  const navigate = useNavigate()
  const merge = useMerge()
  const undo = useUndoMerge()
  const [kept, absorbed] = keptId === fiches[0].id ? fiches : ([fiches[1], fiches[0]] as const)
  const preview = useMergePreview({ ficheId: absorbed.id, intoId: kept.id })
  const titreOf = ({ titre }: ComparedFiche) => titre.trim() || UNTITLED

  async function submit() {
    const done = await merge({ ficheId: absorbed.id, intoId: kept.id })
    if (typeof done === 'string') return done
    onClose()
    await navigate({ to: '/fiches/$ficheUuid', params: { ficheUuid: kept.uuid } })
    const message = fr`« ${titreOf(absorbed)} » est fusionnée dans « ${titreOf(kept)} ».`
    showUndo({ message, onUndo: () => void undo(done.suppressionId) })
    return null
  }

  return (
    <DialogForm action="Fusionner" ready={preview.kind === 'ready'} onSubmit={submit} onCancel={onClose}>
      <Radio.Group label="Fiche à garder" value={keptId} onChange={setKeptId}>
        <Stack gap="xs" mt="xs">
          {fiches.map((fiche, at) => {
            const other = fiches[1 - at]
            return (
              <Radio
                key={fiche.id}
                value={fiche.id}
                label={titreOf(fiche)}
                disabled={!fiche.viewerCanUpdate || !other?.viewerCanDelete}
              />
            )
          })}
        </Stack>
      </Radio.Group>
      <Text size="sm">
        L’autre va à la corbeille telle qu’elle est, et son adresse mène à celle que vous gardez. Vous pourrez annuler.
      </Text>
      <MergePreview preview={preview} />
    </DialogForm>
  )
}
