import { Button, Group, Text, Title } from '@mantine/core'
import type { ObservatoireQuery } from '../../gql/graphql.ts'
import { dateSpan } from '../../lib/text/dates.ts'
import { counted } from '../../lib/text/french.ts'
import { planTypeLabel } from '../../lib/vocabulary/plan-types.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PlainList } from '../../ui/plain-list.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { Surface } from '../../ui/surface.tsx'
import { isNarrowed, type ObservatoireSearch } from './observatoire-search.ts'
import classes from './public-plans.module.css'

type Plans = ObservatoireQuery['plansPublics']

/** A page of the public plans, by name, and the ways to the pages before and after. */
export function PublicPlans({
  plans: { edges, pageInfo },
  search,
  onChange,
}: {
  plans: Plans
  search: ObservatoireSearch
  onChange: (search: ObservatoireSearch) => void
}) {
  const { hasPreviousPage, hasNextPage, startCursor, endCursor } = pageInfo
  const turn = (to: Pick<ObservatoireSearch, 'apres' | 'avant'>) =>
    onChange({ ...search, apres: undefined, avant: undefined, ...to })

  return (
    <section aria-labelledby="plans">
      <Title order={2} id="plans" mb="sm">
        Plans
      </Title>
      {edges.length === 0 ? (
        <NoPlan isNarrowed={isNarrowed(search)} onShowAll={() => onChange({})} />
      ) : (
        <Surface>
          <PlainList>
            {edges.map(({ node }) => (
              <PublicPlan key={node.id} plan={node} />
            ))}
          </PlainList>
        </Surface>
      )}
      {(hasPreviousPage || hasNextPage) && (
        <Group component="nav" aria-label="Pages de la liste" justify="space-between" mt="sm">
          <Button
            variant="default"
            disabled={!hasPreviousPage}
            onClick={() => turn({ avant: startCursor ?? undefined })}
          >
            Plans précédents
          </Button>
          <Button variant="default" disabled={!hasNextPage} onClick={() => turn({ apres: endCursor ?? undefined })}>
            Plans suivants
          </Button>
        </Group>
      )}
    </section>
  )
}

function NoPlan({ isNarrowed: narrowed, onShowAll }: { isNarrowed: boolean; onShowAll: () => void }) {
  if (!narrowed) {
    return (
      <EmptyState title="Aucun plan public pour l’instant">
        Un plan apparaît ici dès qu’un administrateur de sa collectivité le rend public.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="Aucun plan ne répond à ces filtres"
      action={
        <Button variant="default" onClick={onShowAll}>
          Tout afficher
        </Button>
      }
    >
      Enlevez un filtre, ou cherchez un autre mot.
    </EmptyState>
  )
}

function PublicPlan({ plan }: { plan: Plans['edges'][number]['node'] }) {
  const { uuid, nom, collectivite, fichesCount, avancement } = plan
  const dates = dateSpan({ start: plan.dateDebut ?? null, end: plan.dateFin ?? null })
  const { partRealisee, enRetardCount } = avancement

  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <RowLink to="/observatoire/plans/$planUuid" params={{ planUuid: uuid }}>
          {nom}
        </RowLink>
        <Text size="sm" c="dimmed">
          {[collectivite.nom, planTypeLabel({ type: plan.type, typeAutre: plan.typeAutre }), dates]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <div className={classes.numbers}>
        <Text size="sm">{counted(fichesCount, 'fiche', 'fiches')}</Text>
        <Text size="sm" c="dimmed">
          {partRealisee != null && `${Math.round(partRealisee * 100)} % réalisé`}
          {enRetardCount > 0 && `, ${enRetardCount.toLocaleString('fr-FR')} en retard`}
        </Text>
      </div>
    </li>
  )
}
