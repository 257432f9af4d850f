import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowMerge } from '@tabler/icons-react'
import { Dialog } from '../../ui/dialog.tsx'
import type { ComparedFiche } from './comparison-query.ts'
import { MergeForm } from './merge-form.tsx'

/** The way to make two fiches one, for who may delete one of them and change the other. */
export function MergeFiches({ fiches }: { fiches: readonly [ComparedFiche, ComparedFiche] }) {
  const [opened, { open, close }] = useDisclosure(false)
  const [one, other] = fiches
  const mayGo = (kept: ComparedFiche, absorbed: ComparedFiche) => kept.viewerCanUpdate && absorbed.viewerCanDelete

  if (!mayGo(one, other) && !mayGo(other, one)) return null
  return (
    <>
      <Button leftSection={<IconArrowMerge size={16} aria-hidden />} onClick={open}>
        Fusionner…
      </Button>
      <Dialog opened={opened} onClose={close} title="Fusionner les deux fiches">
        <MergeForm fiches={mayGo(one, other) ? [one, other] : [other, one]} onClose={close} />
      </Dialog>
    </>
  )
}
