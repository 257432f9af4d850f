import { ApolloProvider } from '@apollo/client/react'
import { Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { createSampleApollo } from './answers.ts'
import { Foundations } from './foundations.tsx'
import { SPECIMENS } from './specimens.ts'
import classes from './styles-page.module.css'

/** Every component of `ui/` in its states, and what they are drawn with: in development, to be looked at before anything is added. */
export function StylesPage() {
  const [apollo] = useState(createSampleApollo)

  return (
    <ApolloProvider client={apollo}>
      <Page title="Styles" wide>
        <PageHeader
          title="Styles"
          details="Chaque composant de client/src/ui, dans ses états. Le bouton de l’en-tête passe du clair au sombre."
        />
        <Stack gap="xl">
          <Foundations />
          {SPECIMENS.map(({ file, states }) => (
            <section key={file} aria-label={file} data-specimen={file}>
              <Title order={2} size="h4" mb="xs">
                <code>{file}</code>
              </Title>
              <div className={classes.states}>
                {Object.entries(states).map(([name, shown]) => (
                  <div key={name} className={classes.state}>
                    <Text size="sm" c="dimmed" mb="xs">
                      {name}
                    </Text>
                    {shown}
                  </div>
                ))}
              </div>
            </section>
          ))}
        </Stack>
      </Page>
    </ApolloProvider>
  )
}
