import { Group, Text } from '@mantine/core'
import type { Priorite } from '../../gql/graphql.ts'
import { isStatut, STATUT_LABELS } from '../../lib/vocabulary/fiche-labels.ts'
import { ArchiveBadge } from '../../ui/archive-badge.tsx'
import { BarTable } from '../../ui/bar-table.tsx'
import { CopiedText } from '../../ui/copied-text.tsx'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'
import { PlainList } from '../../ui/plain-list.tsx'
import { PrioriteLabel } from '../../ui/priorite-label.tsx'
import { RowLink } from '../../ui/row-link.tsx'
import { StatutBadge } from '../../ui/statut-badge.tsx'
import { Surface } from '../../ui/surface.tsx'
import type { Specimen } from './specimen.ts'

const PRIORITES = ['ELEVE', 'MOYEN', 'BAS'] as const satisfies readonly Priorite[]

/** What marks, links and holds. */
export const MARK_SPECIMENS: readonly Specimen[] = [
  {
    file: 'statut-badge.tsx',
    states: {
      'chaque statut': (
        <Group gap="xs">
          {Object.keys(STATUT_LABELS).map((statut) => isStatut(statut) && <StatutBadge key={statut} statut={statut} />)}
          <StatutBadge statut={null} />
        </Group>
      ),
    },
  },
  {
    file: 'priorite-label.tsx',
    states: {
      'chaque priorité': (
        <Group gap="md">
          {PRIORITES.map((priorite) => (
            <PrioriteLabel key={priorite} priorite={priorite} />
          ))}
        </Group>
      ),
    },
  },
  { file: 'archive-badge.tsx', states: { seul: <ArchiveBadge /> } },
  {
    file: 'links.tsx',
    states: {
      'dans un texte': (
        <Text>
          Voir <AnchorLink to="/observatoire">les plans publics</AnchorLink>.
        </Text>
      ),
      'comme un bouton': (
        <Group gap="xs">
          <ButtonLink to="/observatoire">Principal</ButtonLink>
          <ButtonLink to="/observatoire" variant="default">
            Secondaire
          </ButtonLink>
          <ButtonLink to="/observatoire" variant="subtle">
            Discret
          </ButtonLink>
        </Group>
      ),
    },
  },
  {
    file: 'row-link.tsx',
    states: {
      'dans sa ligne': (
        <div style={{ position: 'relative' }}>
          <RowLink to="/observatoire">Rénover les trois gymnases</RowLink>
        </div>
      ),
    },
  },
  {
    file: 'surface.tsx',
    states: { 'avec un texte': <Surface p="md">Une feuille sur la page.</Surface> },
  },
  {
    file: 'plain-list.tsx',
    states: {
      simple: (
        <PlainList>
          <li>Premier</li>
          <li>Second</li>
        </PlainList>
      ),
      ordonnée: (
        <PlainList ordered>
          <li>D’abord</li>
          <li>Ensuite</li>
        </PlainList>
      ),
    },
  },
  {
    file: 'bar-table.tsx',
    states: {
      'avec un nombre qui n’est pas dit': (
        <BarTable
          caption="Fiches par service"
          heading="Service"
          unit="Fiches"
          bars={[
            { key: 'eau', label: 'Eau et rivières', count: 42 },
            { key: 'voirie', label: 'Voirie', count: 12 },
            { key: 'culture', label: 'Culture', count: null },
          ]}
        >
          Un petit service n’est pas dit.
        </BarTable>
      ),
      vide: <BarTable caption="Fiches par statut" heading="Statut" unit="Fiches" bars={[]} />,
    },
  },
  {
    file: 'copied-text.tsx',
    states: { 'un texte à copier': <CopiedText label="Requête" text={'query {\n  thematiques {\n    nom\n  }\n}'} /> },
  },
]
