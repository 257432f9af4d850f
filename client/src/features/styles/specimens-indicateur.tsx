import { makeFragmentData } from '../../gql/fragment-masking.ts'
import { IndicateurRowFragmentDoc } from '../../gql/graphql.ts'
import { CreateIndicateurForm } from '../../ui/indicateur/create-indicateur-form.tsx'
import { IndicateurPicker } from '../../ui/indicateur/indicateur-picker.tsx'
import { IndicateurRow } from '../../ui/indicateur/indicateur-row.tsx'
import { LinkIndicateur } from '../../ui/indicateur/link-indicateur.tsx'
import { LinkedIndicateurs } from '../../ui/indicateur/linked-indicateurs.tsx'
import { Sparkline } from '../../ui/indicateur/sparkline.tsx'
import { PlainList } from '../../ui/plain-list.tsx'
import { nothing } from './answers.ts'
import type { Specimen } from './specimen.ts'

const COLLECTIVITE = { id: 'c', siren: '200039204', viewerCanCreateIndicateur: true }

function indicateur({ id, realises }: { id: string; realises: readonly string[] }) {
  const nom = 'Consommation d’énergie finale'
  const row = makeFragmentData(
    {
      id,
      uuid: '00000000-0000-4000-8000-000000000000',
      nom,
      unite: 'GWh',
      periodicite: 'ANNUELLE',
      valeurs: {
        edges: realises.map((realise, year) => ({
          node: { periode: `${2021 + year}-01-01`, objectif: null, realise },
        })),
        pageInfo: { hasNextPage: false },
      },
    },
    IndicateurRowFragmentDoc,
  )
  return { id, nom, ...row }
}

const measured = indicateur({ id: '1', realises: ['1520', '1490.5', '1444', '1402'] })
const never = indicateur({ id: '2', realises: [] })

/** What is measured. */
export const INDICATEUR_SPECIMENS: readonly Specimen[] = [
  {
    file: 'indicateur/sparkline.tsx',
    states: { 'quatre valeurs': <Sparkline points={[15, 14, 16, 12].map((y, x) => ({ x, y }))} /> },
  },
  {
    file: 'indicateur/indicateur-row.tsx',
    states: {
      'avec et sans valeur': (
        <PlainList>
          <IndicateurRow indicateur={measured} />
          <IndicateurRow indicateur={never} />
        </PlainList>
      ),
      'étroite, sans lien': (
        <PlainList>
          <IndicateurRow indicateur={measured} narrow linked={false} />
        </PlainList>
      ),
    },
  },
  {
    file: 'indicateur/linked-indicateurs.tsx',
    states: {
      'à qui peut les changer': (
        <LinkedIndicateurs
          indicateurs={[measured]}
          collectivite={COLLECTIVITE}
          readOnly={false}
          onLink={async () => null}
          onUnlink={async () => null}
        />
      ),
      aucun: (
        <LinkedIndicateurs
          indicateurs={[]}
          collectivite={COLLECTIVITE}
          readOnly
          onLink={async () => null}
          onUnlink={async () => null}
        />
      ),
    },
  },
  {
    file: 'indicateur/link-indicateur.tsx',
    states: { fermé: <LinkIndicateur collectivite={COLLECTIVITE} linkedIds={[]} onLink={async () => null} /> },
  },
  {
    file: 'indicateur/indicateur-picker.tsx',
    states: {
      ouvert: <IndicateurPicker siren={COLLECTIVITE.siren} exceptIds={[]} onPick={nothing} onCreate={nothing} />,
    },
  },
  {
    file: 'indicateur/create-indicateur-form.tsx',
    states: { vide: <CreateIndicateurForm collectiviteId="c" onCreated={async () => undefined} onCancel={nothing} /> },
  },
]
