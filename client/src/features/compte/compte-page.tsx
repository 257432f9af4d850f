import { useReadQuery } from '@apollo/client/react'
import { Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { DeleteSection } from './delete-section.tsx'
import { EmailSection } from './email-section.tsx'
import { linkOutcome } from './link-outcome.ts'
import { NameSection } from './name-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { SessionsSection } from './sessions-section.tsx'

const route = getRouteApi('/app/compte')

/** One's own name, address, password and open sessions, and the way out. */
export function ComptePage() {
  const { data } = useReadQuery(route.useLoaderData())
  const { viewer } = data
  const search = route.useSearch()

  if (!viewer) return <NotFoundPage />
  return (
    <Page title="Mon compte">
      <PageHeader title="Mon compte" />
      <Stack gap="lg" maw="42rem">
        <NameSection nom={viewer.nom} />
        <EmailSection email={viewer.email} verified={viewer.emailVerifie} opened={linkOutcome(search)} />
        <PasswordSection />
        <SessionsSection sessions={viewer.sessions} />
        <DeleteSection uuid={viewer.uuid} />
      </Stack>
    </Page>
  )
}
