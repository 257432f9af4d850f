import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { fr } from '../../lib/text/french.ts'
import { postAuth } from './post-auth.ts'
import { Outcome } from './name-section.tsx'
import { Section } from './section.tsx'

/** The address, and the way to show that it is one's own. */
export function EmailSection({ email, verified }: { email: string; verified: boolean }) {
  const [outcome, setOutcome] = useState<{ ok: boolean; text: string } | null>(null)
  const [pending, setPending] = useState(false)

  async function send() {
    setPending(true)
    const refusal = await postAuth('send-verification-email', { email, callbackURL: '/compte' })
    setPending(false)
    setOutcome(
      refusal
        ? { ok: false, text: refusal }
        : { ok: true, text: fr`Message envoyé à ${email} : ouvrez le lien qu’il contient.` },
    )
  }

  return (
    <Section title="Adresse e-mail">
      <Group justify="space-between" gap="sm">
        <Text style={{ overflowWrap: 'anywhere' }}>
          {email}{' '}
          <Text component="span" size="sm" c="dimmed">
            {verified ? '(vérifiée)' : '(pas encore vérifiée)'}
          </Text>
        </Text>
        {!verified && (
          <Button variant="default" onClick={() => void send()} loading={pending}>
            Vérifier cette adresse
          </Button>
        )}
      </Group>
      <Outcome outcome={outcome} />
    </Section>
  )
}
