import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { fr } from '../../lib/text/french.ts'
import { ChangeEmailForm } from './change-email-form.tsx'
import { Outcome } from './name-section.tsx'
import { postAuth } from './post-auth.ts'
import { Section } from './section.tsx'

type Said = { ok: boolean; text: string } | null

/** The address, the way to show that it is one's own, and to give another. */
export function EmailSection({ email, verified, opened }: { email: string; verified: boolean; opened: Said }) {
  /** First what came of the link that led here. */
  const [outcome, setOutcome] = useState<Said>(opened)
  const [pending, setPending] = useState(false)
  const [changing, setChanging] = useState(false)

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
        <Group gap="sm">
          {!verified && (
            <Button variant="default" onClick={() => void send()} loading={pending}>
              Vérifier cette adresse
            </Button>
          )}
          {!changing && (
            <Button variant="default" onClick={() => setChanging(true)}>
              Changer d’adresse
            </Button>
          )}
        </Group>
      </Group>
      {changing && (
        <ChangeEmailForm
          onDone={(sent) => {
            setChanging(false)
            setOutcome({ ok: true, text: sent })
          }}
        />
      )}
      <Outcome outcome={outcome} />
    </Section>
  )
}
