import { Button, Group, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { fr } from '../../lib/text/french.ts'
import { Dialog } from '../../ui/dialog.tsx'

/** Asks before leaving a file that is being prepared. */
export function LeaveGuard({ active }: { active: boolean }) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => active && current.pathname !== next.pathname,
    enableBeforeUnload: active,
    withResolver: true,
  })

  return (
    <Dialog opened={blocker.status === 'blocked'} onClose={() => blocker.reset?.()} title={fr`Quitter l’import ?`}>
      <Text>Ce fichier n’est pas encore importé : vos corrections et vos choix seraient à refaire.</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => blocker.reset?.()} data-autofocus>
          Rester sur l’import
        </Button>
        <Button onClick={() => blocker.proceed?.()}>Quitter l’import</Button>
      </Group>
    </Dialog>
  )
}
