import { Stack, Text, VisuallyHidden } from '@mantine/core'
import type { ObservatoireQuery } from '../../gql/graphql.ts'
import { fr } from '../../lib/text/french.ts'
import { STATUT_LABELS } from '../../lib/vocabulary/fiche-labels.ts'
import { PLAN_TYPE_LABELS } from '../../lib/vocabulary/plan-types.ts'
import { BarTable } from '../../ui/bar-table.tsx'
import { AnchorLink } from '../../ui/links.tsx'
import { Surface } from '../../ui/surface.tsx'
import { isOneTerritoire, NO_STATUT, type ObservatoireSearch, readObservatoireSearch } from './observatoire-search.ts'

type Counts = ObservatoireQuery['agregatsPublics']

const STATUTS = [...Object.keys(STATUT_LABELS), NO_STATUT]

/** The fiches of the plans, counted by what they are about and where they are. Each line narrows the page to what it counts. */
export function ObservatoireCharts({ counts, search }: { counts: Counts; search: ObservatoireSearch }) {
  return (
    <section aria-labelledby="chiffres">
      <VisuallyHidden component="h2" id="chiffres">
        En chiffres
      </VisuallyHidden>
      <Stack gap="md">
        <Chart
          caption="Fiches par thématique"
          heading="Thématique"
          bars={byTold(counts.parThematique).map(({ thematique, fichesCount }) => ({
            key: thematique?.code ?? '',
            count: fichesCount,
            label: thematique ? (
              <Narrowing search={search} by="thematique" value={thematique.code}>
                {thematique.nom}
              </Narrowing>
            ) : (
              'Sans thématique'
            ),
          }))}
        >
          Une fiche qui a plusieurs thématiques compte dans chacune.
        </Chart>
        <Chart
          caption="Fiches par statut"
          heading="Statut"
          bars={counts.parStatut.toSorted(inTheOrderOfLife).map(({ statut, fichesCount }) => ({
            key: statut ?? NO_STATUT,
            count: fichesCount,
            label: (
              <Narrowing search={search} by="statut" value={statut ?? NO_STATUT}>
                {statut ? STATUT_LABELS[statut] : 'Sans statut'}
              </Narrowing>
            ),
          }))}
        />
        <Chart
          caption="Fiches par type de plan"
          heading="Type de plan"
          bars={counts.parTypeDePlan.map(({ typeDePlan, fichesCount }) => ({
            key: typeDePlan ?? '',
            count: fichesCount,
            label: typeDePlan ? (
              <Narrowing search={search} by="type" value={typeDePlan}>
                {PLAN_TYPE_LABELS[typeDePlan]}
              </Narrowing>
            ) : (
              'Hors plan'
            ),
          }))}
        />
        <Chart
          caption="Fiches par territoire"
          heading="Collectivité"
          bars={counts.parCollectivite.map(({ collectivite, fichesCount }) => ({
            key: collectivite.id,
            count: fichesCount,
            label: (
              <Narrowing search={search} by="territoire" value={collectivite.siren}>
                {collectivite.nom}
              </Narrowing>
            ),
          }))}
        />
        {isOneTerritoire(search) && <ServiceChart groups={counts.parService} />}
      </Stack>
    </section>
  )
}

/** That of a fiche. */
function inTheOrderOfLife(one: Counts['parStatut'][number], other: Counts['parStatut'][number]): number {
  return STATUTS.indexOf(one.statut ?? NO_STATUT) - STATUTS.indexOf(other.statut ?? NO_STATUT)
}

/** Those without any at the end, however many. */
function byTold<Group extends Counts['parThematique'][number]>(groups: readonly Group[]): Group[] {
  return groups.toSorted((one, other) => Number(!one.thematique) - Number(!other.thematique))
}

/** What services do, and what is said of those that are not told. */
function ServiceChart({ groups }: { groups: Counts['parService'] }) {
  if (!groups) {
    return (
      <Surface p="md">
        <Text size="sm">
          Les fiches ne sont pas comptées par service : il y en a trop peu pour que cela ne désigne pas une personne.
        </Text>
      </Surface>
    )
  }
  return (
    <Chart
      caption="Fiches par service pilote"
      heading="Service"
      bars={groups.map(({ service, fichesCount }) => ({
        key: service?.id ?? '',
        label: service?.nom ?? 'Sans service',
        count: fichesCount ?? null,
      }))}
    >
      {groups.some(({ masque }) => masque) &&
        fr`« non communiqué » : un service de moins de cinq fiches pourrait désigner une personne ; d’autres le sont pour qu’on ne le retrouve pas par différence.`}
    </Chart>
  )
}

function Chart(props: Omit<Parameters<typeof BarTable>[0], 'unit'>) {
  if (props.bars.length === 0) return null
  return (
    <Surface p="md">
      <BarTable unit="Fiches" {...props} />
    </Surface>
  )
}

/** A line which narrows the page to what it counts or, once it does, no more. */
function Narrowing({
  search,
  by,
  value,
  children,
}: {
  search: ObservatoireSearch
  by: 'thematique' | 'statut' | 'type' | 'territoire'
  value: string
  children: string
}) {
  const isOn = search[by] === value

  return (
    <AnchorLink
      to="/observatoire"
      search={readObservatoireSearch({ ...search, apres: undefined, avant: undefined, [by]: isOn ? undefined : value })}
      resetScroll={false}
      inherit
      underline="hover"
      {...(isOn && { 'aria-label': `${children}, ne plus filtrer`, fw: 650 })}
    >
      {children}
    </AnchorLink>
  )
}
