import { Stack, Text, Title } from '@mantine/core'
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts'
import type { MaFicheFragment } from '../../gql/graphql.ts'
import { counted, fr } from '../../lib/text/french.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'
import { MaFicheRow } from '../../ui/ma-fiche/ma-fiche-row.tsx'
import { maFiche } from '../../ui/ma-fiche/ma-fiche.ts'
import { PlainList } from '../../ui/plain-list.tsx'
import { Surface } from '../../ui/surface.tsx'
import { URGENCIES, type Urgency, urgencyOf } from './urgency.ts'

/** Rows of one urgency: the page says what to begin with, the page of one's fiches has them all. */
const MAX_ROWS = 5

/** One's fiches and those of one's services which ask for something, by urgency. */
export function UrgentFiches({
  siren,
  fiches,
  whole,
  today,
}: {
  siren: string
  fiches: readonly ({ id: string } & FragmentType<typeof maFiche>)[]
  whole: boolean
  /** `YYYY-MM-DD`, in the collectivité. */
  today: string
}) {
  const rows = fiches.map((fiche) => readFragment(maFiche, fiche)).toSorted(byDateFin)
  const groups = Map.groupBy(rows, (fiche) => urgencyOf(fiche, today))
  const waiting = groups.get(null)?.length ?? 0

  return (
    <Stack component="section" gap="lg" aria-labelledby="a-faire">
      <Title order={2} id="a-faire">
        À faire
      </Title>
      {rows.length === 0 && <NoFiche siren={siren} />}
      {urgencies().map((urgency) => {
        const members = groups.get(urgency)
        return members && <Group key={urgency} siren={siren} urgency={urgency} fiches={members} />
      })}
      {rows.length > 0 && (
        <Text size="sm" c="dimmed">
          {waiting > 0 && `${waitingWords({ waiting, isAll: waiting === rows.length })}. `}
          {!whole && 'Seules les 100 premières sont regardées ici. '}
          <AnchorLink to="/collectivites/$siren/mes-fiches" params={{ siren }}>
            Voir toutes mes fiches
          </AnchorLink>
        </Text>
      )}
    </Stack>
  )
}

function Group({ siren, urgency, fiches }: { siren: string; urgency: Urgency; fiches: readonly MaFicheFragment[] }) {
  const left = fiches.length - MAX_ROWS

  return (
    <Stack component="section" gap="xs">
      <Title order={3}>
        {URGENCIES[urgency]}{' '}
        <Text span size="sm" c="dimmed" fw={400}>
          {fiches.length.toLocaleString('fr-FR')}
        </Text>
      </Title>
      <Surface>
        <PlainList>
          {fiches.slice(0, MAX_ROWS).map((fiche) => (
            <MaFicheRow key={fiche.uuid} fiche={fiche} late={urgency === 'late'} />
          ))}
        </PlainList>
      </Surface>
      {left > 0 && (
        <AnchorLink size="sm" to="/collectivites/$siren/mes-fiches" params={{ siren }}>
          {`Et ${counted(left, 'autre', 'autres')}, dans mes fiches`}
        </AnchorLink>
      )}
    </Stack>
  )
}

function waitingWords({ waiting, isAll }: { waiting: number; isAll: boolean }): string {
  return isAll
    ? fr`Rien ne presse : ${counted(waiting, 'fiche peut attendre', 'fiches peuvent attendre')}`
    : counted(waiting, 'autre fiche peut attendre', 'autres fiches peuvent attendre')
}

function NoFiche({ siren }: { siren: string }) {
  return (
    <EmptyState
      title="Rien à faire pour l’instant"
      action={
        <ButtonLink to="/collectivites/$siren/plans" params={{ siren }}>
          Voir les plans
        </ButtonLink>
      }
    >
      {fr`Les fiches dont vous êtes pilote ou référent, et celles de vos services, viennent ici : en retard, à rendre bientôt, à commencer.`}
    </EmptyState>
  )
}

function urgencies(): Urgency[] {
  return Object.keys(URGENCIES).filter((name): name is Urgency => name in URGENCIES)
}

/** Those without an échéance last. */
function byDateFin(one: MaFicheFragment, other: MaFicheFragment): number {
  return (one.dateFin ?? '9999').localeCompare(other.dateFin ?? '9999')
}
