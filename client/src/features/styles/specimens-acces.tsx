import { makeFragmentData } from '../../gql/fragment-masking.ts'
import { OctroiFragmentDoc, type Ouverture } from '../../gql/graphql.ts'
import { GrantForm } from '../../ui/acces/grant-form.tsx'
import { GranteeSelect } from '../../ui/acces/grantee-select.tsx'
import { NiveauSelect } from '../../ui/acces/niveau-select.tsx'
import { Octrois } from '../../ui/acces/octrois.tsx'
import { ServiceAilleursFields } from '../../ui/acces/service-ailleurs-fields.tsx'
import { nothing } from './answers.ts'
import type { Specimen } from './specimen.ts'

const SIREN = '200039204'

const NIVEAUX: Record<Ouverture, string> = {
  LIRE: 'Lire le plan et ses fiches.',
  COMMENTER: 'Et les commenter.',
  CONTRIBUER: 'Et modifier les fiches que l’on pilote.',
  EDITER: 'Et modifier le plan.',
}

const OCTROIS = [
  makeFragmentData(
    { id: '1', niveau: 'LIRE', membre: { id: 'm', nom: 'Awa Dupont' }, service: null, email: null },
    OctroiFragmentDoc,
  ),
  makeFragmentData(
    {
      id: '2',
      niveau: 'CONTRIBUER',
      membre: null,
      service: {
        id: 's',
        nom: 'Eau et rivières',
        collectivite: { id: 'c', siren: '200068229', nom: 'CC des Baronnies' },
      },
      email: null,
    },
    OctroiFragmentDoc,
  ),
]

const keepNothing = async () => null

/** Who may do what. */
export const ACCES_SPECIMENS: readonly Specimen[] = [
  {
    file: 'acces/octrois.tsx',
    states: {
      donnés: <Octrois siren={SIREN} octrois={OCTROIS} niveaux={NIVEAUX} grant={keepNothing} revoke={keepNothing} />,
      aucun: <Octrois siren={SIREN} octrois={[]} niveaux={NIVEAUX} grant={keepNothing} revoke={keepNothing} />,
    },
  },
  {
    file: 'acces/grant-form.tsx',
    states: { vide: <GrantForm siren={SIREN} niveaux={NIVEAUX} exceptKeys={[]} onGrant={keepNothing} /> },
  },
  {
    file: 'acces/grantee-select.tsx',
    states: { vide: <GranteeSelect siren={SIREN} chosen={null} onChoose={nothing} exceptKeys={[]} /> },
  },
  {
    file: 'acces/niveau-select.tsx',
    states: { choisi: <NiveauSelect label="Pour" niveau="COMMENTER" onChange={nothing} /> },
  },
  {
    file: 'acces/service-ailleurs-fields.tsx',
    states: { vide: <ServiceAilleursFields siren="" nom="" onChange={nothing} /> },
  },
]
