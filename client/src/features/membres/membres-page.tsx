import { Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { SettingsNavigation } from '../../app/settings/settings-navigation.tsx'
import { counted } from '../../lib/text/french.ts'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { Invitations } from './invitations.tsx'
import { InviteButton } from './invite-button.tsx'
import { MembreRows } from './membre-rows.tsx'
import { NamedPersonnes } from './named-personnes.tsx'
import { NomsPublics } from './noms-publics.tsx'
import { usePeople } from './use-people.ts'

const route = getRouteApi('/app/collectivites/$siren/membres')

/** Who is in the collectivité; an admin invites, changes and attaches from here. */
export function MembresPage() {
  const { siren } = route.useParams()
  const people = usePeople(route.useLoaderData(), siren)

  useRememberCollectivite(people ? siren : undefined)

  if (!people) return <NotFoundPage />
  const { nom, membres, canManage } = people
  return (
    <Page title={`Membres de ${nom}`}>
      <PageHeader
        title="Membres"
        details={`${nom} · ${counted(membres.length, 'membre', 'membres')}`}
        actions={canManage && <InviteButton people={people} />}
      />
      <SettingsNavigation siren={siren} />
      <Stack gap="xl">
        <MembreRows people={people} />
        {people.invitations.length > 0 && <Invitations people={people} />}
        {people.named.length > 0 && <NamedPersonnes people={people} />}
        {canManage && <NomsPublics people={people} />}
      </Stack>
    </Page>
  )
}
