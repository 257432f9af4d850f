import { Button, Group, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import type { LiveDocument } from '../../lib/live/live-document.ts'
import { counted, fr } from '../../lib/text/french.ts'
import { Dialog } from '../dialog.tsx'
import { documentWords } from './document-words.ts'

/**
 * Asks before leaving a document while edits wait in this tab alone and nothing is sending them. While they are on their way, or on
 * this device's disk, there is nothing to ask: they reach the server by themselves.
 */
export function LeaveGuard({ document }: { document: LiveDocument }) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && waits(document),
    enableBeforeUnload: false,
    withResolver: true,
  })
  const { ceci, le } = documentWords(document.path)
  const refused = document.snapshot().save.kind === 'refused'

  return (
    <Dialog opened={blocker.status === 'blocked'} onClose={() => blocker.reset?.()} title={fr`Quitter ${ceci} ?`}>
      <Text>
        {counted(
          document.unsent,
          'modification n’est pas encore enregistrée',
          'modifications ne sont pas encore enregistrées',
        )}
        {refused
          ? ' et le serveur les a refusées : copiez votre texte avant de partir.'
          : '. Elles restent dans cet onglet et partiront au retour de la connexion : ne fermez pas l’onglet avant.'}
      </Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => blocker.reset?.()} data-autofocus>
          Rester sur {le}
        </Button>
        <Button onClick={() => blocker.proceed?.()}>Quitter {le}</Button>
      </Group>
    </Dialog>
  )
}

function waits(document: LiveDocument): boolean {
  const { kind } = document.snapshot().save
  return document.unsent > 0 && document.keeping !== 'kept' && (kind === 'offline' || kind === 'refused')
}
