import { useReadQuery } from '@apollo/client/react'
import { Switch, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useIsMember } from '../../app/viewer.ts'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { readFragment } from '../../gql/fragment-masking.ts'
import { counted } from '../../lib/text/french.ts'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { comparedRows } from './compared-rows.ts'
import { ComparisonTable } from './comparison-table.tsx'
import { comparedFiche } from './comparison-query.ts'
import { MergeFiches } from './merge-fiches.tsx'

const route = getRouteApi('/app/fiches/$ficheUuid/comparer/$autreUuid')

/** Two fiches side by side, field by field, and the way to make them one. */
export function ComparisonPage() {
  const { data } = useReadQuery(route.useLoaderData())
  const [differencesOnly, setDifferencesOnly] = useState(false)
  const fiche = readFragment(comparedFiche, data.fiche ?? null)
  const autre = readFragment(comparedFiche, data.autre ?? null)
  const isMember = useIsMember(fiche?.collectivite.siren)
  useRememberCollectivite(fiche?.collectivite.siren)

  if (!fiche || !autre || fiche.id === autre.id) return <NotFoundPage />
  const rows = comparedRows(fiche, autre)
  const different = rows.filter(({ isDifferent }) => isDifferent)
  const isSameCollectivite = fiche.collectivite.id === autre.collectivite.id

  return (
    <Page title="Comparer deux fiches" wide>
      <PageHeader
        title="Comparer deux fiches"
        details={`${counted(different.length, 'champ différent', 'champs différents')} sur ${rows.length}`}
        actions={isMember && isSameCollectivite && <MergeFiches fiches={[fiche, autre]} />}
      />
      <Switch
        label="Seulement les différences"
        checked={differencesOnly}
        onChange={({ currentTarget }) => setDifferencesOnly(currentTarget.checked)}
        mb="md"
      />
      {differencesOnly && different.length === 0 ? (
        <Text c="dimmed">Ces deux fiches disent la même chose partout.</Text>
      ) : (
        <ComparisonTable fiches={[fiche, autre]} rows={differencesOnly ? different : rows} />
      )}
    </Page>
  )
}
