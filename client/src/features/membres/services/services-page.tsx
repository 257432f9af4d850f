import { getRouteApi } from '@tanstack/react-router'
import { useRememberCollectivite } from '../../../app/current-collectivite.ts'
import { SettingsNavigation } from '../../../app/settings/settings-navigation.tsx'
import { counted, fr } from '../../../lib/text/french.ts'
import { CreateButton } from '../../../ui/create-button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { NotFoundPage } from '../../../ui/not-found-page.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Page } from '../../../ui/page.tsx'
import { ServiceForm } from './service-form.tsx'
import { ServiceRows } from './service-rows.tsx'
import { useServiceList } from './use-service-list.ts'

const route = getRouteApi('/app/collectivites/$siren/services')

/** The services of the collectivité; an admin creates, fills, renames, merges and deletes them here. */
export function ServicesPage() {
  const { siren } = route.useParams()
  const list = useServiceList(route.useLoaderData(), siren)

  useRememberCollectivite(list ? siren : undefined)

  if (!list) return <NotFoundPage />
  const { nom, services, canManage, collectiviteId } = list
  const isEmpty = services.length === 0
  const create = canManage && (
    <CreateButton label="Nouveau service">
      {(close) => <ServiceForm collectiviteId={collectiviteId} onDone={close} />}
    </CreateButton>
  )
  return (
    <Page title={`Services de ${nom}`}>
      <PageHeader
        title="Services"
        details={isEmpty ? nom : `${nom} · ${counted(services.length, 'service', 'services')}`}
        actions={!isEmpty && create}
      />
      <SettingsNavigation siren={siren} />
      {isEmpty ? (
        <EmptyState title="Aucun service" action={create}>
          {canManage
            ? fr`Un service pilote des fiches, et ses membres peuvent les modifier. Créez les vôtres, ou importez un plan : ceux qu’il nomme se créent avec lui.`
            : fr`Un service pilote des fiches, et ses membres peuvent les modifier. Un admin peut en créer.`}
        </EmptyState>
      ) : (
        <ServiceRows list={list} />
      )}
    </Page>
  )
}
