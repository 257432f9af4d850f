import { useApolloClient, useReadQuery } from '@apollo/client/react'
import { NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useRememberCollectivite } from '../../app/current-collectivite.ts'
import { SettingsNavigation } from '../../app/settings/settings-navigation.tsx'
import { useNextPages } from '../../lib/graphql/use-next-pages.ts'
import { counted, fr } from '../../lib/text/french.ts'
import { withoutAccents } from '../../lib/text/without-accents.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { FIRST_GENRE, GENRES, isGenre } from './genres.ts'
import classes from './libelles-page.module.css'
import { LabelRows } from './label-rows.tsx'
import { libellesQuery } from './libelles-query.ts'

const route = getRouteApi('/app/collectivites/$siren/libelles')

const CHOICES = Object.entries(GENRES).map(([value, { label }]) => ({ value, label }))

/** The words of the collectivité's own, kind by kind; éditeurs rename, merge and delete them here. */
export function LibellesPage() {
  const { data } = useReadQuery(route.useLoaderData())
  const { siren } = route.useParams()
  const { genre = FIRST_GENRE } = route.useSearch()
  const navigate = route.useNavigate()
  const apollo = useApolloClient()
  const [words, setWords] = useState('')
  const { collectivite } = data

  useRememberCollectivite(collectivite?.siren)
  useNextPages({
    pageInfo: collectivite?.labels.pageInfo,
    loadPage: useCallback(
      (after: string) =>
        void apollo.query({
          query: libellesQuery,
          variables: { siren, genre, after },
          fetchPolicy: 'network-only',
          errorPolicy: 'all',
        }),
      [apollo, siren, genre],
    ),
  })

  if (!collectivite) return <NotFoundPage />
  const all = collectivite.labels.edges
    .map(({ node }) => node)
    .toSorted(({ nom }, other) => nom.localeCompare(other.nom, 'fr'))
  const labels = all.filter(({ nom }) => withoutAccents(nom).includes(withoutAccents(words.trim())))
  return (
    <Page title={`Libellés de ${collectivite.nom}`}>
      <PageHeader
        title="Libellés"
        details={`${collectivite.nom} · ${counted(all.length, 'libellé', 'libellés')} de ce genre`}
      />
      <SettingsNavigation siren={siren} />
      <Stack gap="md">
        <div className={classes.choices}>
          <NativeSelect
            label="Genre"
            data={CHOICES}
            value={genre}
            onChange={({ currentTarget: { value } }) =>
              void navigate({ search: { genre: isGenre(value) ? value : undefined }, replace: true })
            }
          />
          <TextInput label="Chercher" value={words} onChange={(event) => setWords(event.currentTarget.value)} />
        </div>
        {all.length === 0 && (
          <EmptyState title={fr`Aucun libellé de ce genre`}>
            {fr`Ils se créent en remplissant les fiches, ou par un import : vous pourrez ici les renommer, et fusionner ceux qui disent la même chose.`}
          </EmptyState>
        )}
        {all.length > 0 && labels.length === 0 && <Text c="dimmed">Aucun libellé ne contient ces mots.</Text>}
        {labels.length > 0 && (
          <LabelRows
            siren={siren}
            genre={genre}
            canManage={collectivite.viewerCanManageLabels}
            labels={labels}
            all={all}
          />
        )}
      </Stack>
    </Page>
  )
}
