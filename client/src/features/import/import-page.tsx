import { useReadQuery } from '@apollo/client/react'
import { Alert, Stack } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { ChooseFile } from './choose-file.tsx'
import { ImportProgress } from './import-progress.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { PreparedImport } from './prepared-import.tsx'
import { useImport } from './use-import.ts'

const route = getRouteApi('/app/collectivites/$siren/import')

/** Brings a plan in from a spreadsheet: a file, its preview, what to mend or accept, then the plan opens. */
export function ImportPage() {
  const { data } = useReadQuery(route.useLoaderData())
  const { siren } = route.useParams()
  const { brouillon } = route.useSearch()
  const navigate = useNavigate()
  const { preview, state, busy, error, send, fix, start, restart } = useImport({
    siren,
    draftId: brouillon,
    onPrepared: (id) =>
      void navigate({
        to: '/collectivites/$siren/import',
        params: { siren },
        search: { brouillon: id },
        replace: true,
      }),
  })
  useRememberCollectivite(data.collectivite?.siren)

  const planUuid = state.kind === 'done' ? state.planUuid : null
  useEffect(() => {
    if (planUuid) void navigate({ to: '/plans/$planUuid', params: { planUuid }, replace: true })
  }, [navigate, planUuid])

  if (!data.collectivite?.viewerCanCreatePlan) return <NotFoundPage />
  return (
    <Page title="Importer un plan">
      <PageHeader title="Importer un plan" details={data.collectivite.nom} />
      <Stack gap="lg">
        <div aria-live="polite">
          {error && (
            <Alert color="red" role="alert">
              {error}
            </Alert>
          )}
          {state.kind === 'failed' && (
            <Alert color="red" title="Rien n’a été importé" role="alert">
              {state.message}
            </Alert>
          )}
        </div>
        {!preview && <ChooseFile busy={busy} onFile={(file) => void send(file)} />}
        {preview && (state.kind === 'running' || state.kind === 'done') && <ImportProgress state={state} />}
        {preview && (state.kind === 'preview' || state.kind === 'failed') && (
          <PreparedImport
            key={preview.id}
            preview={preview}
            busy={busy}
            onFix={(cell) => void fix(cell)}
            onStart={(decisions) => void start(decisions)}
            onRestart={restart}
          />
        )}
      </Stack>
      <LeaveGuard active={preview !== null && state.kind !== 'done'} />
    </Page>
  )
}
