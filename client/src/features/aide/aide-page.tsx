import { Accordion, Anchor, Button, Stack, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useAppDialogs } from '../../app/dialogs/app-dialogs-context.ts'
import { supportMessage } from '../../lib/support/support-email.ts'
import { fr } from '../../lib/text/french.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { Surface } from '../../ui/surface.tsx'
import { ANSWERS } from './answers.tsx'

const route = getRouteApi('/app/aide')

/** What people ask, answered; and whom to ask the rest, where the operator gave an address. */
export function AidePage() {
  const email = route.useLoaderData()
  const { open } = useAppDialogs()

  return (
    <Page title="Aide">
      <PageHeader
        title="Aide"
        actions={
          <Button variant="default" onClick={() => open('shortcuts')}>
            Raccourcis clavier
          </Button>
        }
      />
      <Stack gap="xl">
        {ANSWERS.map(({ subject, answers }) => (
          <Stack key={subject} component="section" gap="xs">
            <Title order={2}>{subject}</Title>
            <Surface>
              <Accordion multiple order={3} chevronPosition="left">
                {answers.map(({ question, answer }, index) => (
                  // Its value is part of an id, which has no spaces.
                  <Accordion.Item key={question} value={String(index)}>
                    <Accordion.Control>{question}</Accordion.Control>
                    <Accordion.Panel>
                      <Text>{answer}</Text>
                    </Accordion.Panel>
                  </Accordion.Item>
                ))}
              </Accordion>
            </Surface>
          </Stack>
        ))}
        {email !== null && <Support email={email} />}
      </Stack>
    </Page>
  )
}

function Support({ email }: { email: string }) {
  return (
    <Stack component="section" gap="xs">
      <Title order={2}>Écrire à l’assistance</Title>
      <Text>
        {fr`Vous n’avez pas trouvé ? Dites ce que vous vouliez faire et ce que la page a répondu : `}
        <Anchor href={supportMessage(email, { page: window.location.origin, browser: navigator.userAgent })}>
          {email}
        </Anchor>
      </Text>
    </Stack>
  )
}
