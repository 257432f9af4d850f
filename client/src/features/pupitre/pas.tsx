import type { ReactNode } from 'react'
import type { PremierPasCode } from '../../gql/graphql.ts'
import { fr } from '../../lib/text/french.ts'
import { AnchorLink } from '../../ui/links.tsx'

interface PasWords {
  label: string
  why: string
  /** Where it is done. */
  links: (siren: string) => ReactNode
}

/** Each first step in words, and where it is done. */
export const PAS: Record<PremierPasCode, PasWords> = {
  IDENTITE: {
    label: 'Dire qui vous êtes',
    why: 'Vos prénom et nom, pour que vos collègues vous trouvent ; vos services, pour que leurs fiches viennent ici.',
    links: (siren) => (
      <>
        <AnchorLink to="/compte">Mon nom</AnchorLink>
        <AnchorLink to="/collectivites/$siren/services" params={{ siren }}>
          Les services de chacun
        </AnchorLink>
      </>
    ),
  },
  PREMIER_PLAN: {
    label: 'Avoir un premier plan',
    why: 'Le vôtre tient sans doute déjà dans un tableur : il s’importe tel quel, et vous corrigez avant de valider.',
    links: (siren) => (
      <>
        <AnchorLink to="/collectivites/$siren/import" params={{ siren }}>
          Importer un plan
        </AnchorLink>
        <AnchorLink to="/collectivites/$siren/plans" params={{ siren }} search={{ creer: true }}>
          Créer un plan
        </AnchorLink>
      </>
    ),
  },
  COLLEGUES: {
    label: 'Inviter des collègues',
    why: 'Collez leurs adresses : chacun reçoit un lien, et arrive sur ses fiches.',
    links: (siren) => (
      <AnchorLink to="/collectivites/$siren/membres" params={{ siren }} search={{ inviter: true }}>
        Inviter
      </AnchorLink>
    ),
  },
  PREMIERE_FICHE: {
    label: 'Compléter une fiche',
    why: 'Ouvrez-en une et écrivez : tout s’enregistre au fil de la frappe, sous les yeux de vos collègues.',
    links: (siren) => (
      <>
        <AnchorLink to="/collectivites/$siren/mes-fiches" params={{ siren }}>
          Mes fiches
        </AnchorLink>
        <AnchorLink to="/collectivites/$siren/plans" params={{ siren }}>
          Les plans
        </AnchorLink>
      </>
    ),
  },
  PREMIERE_NOTE: {
    label: 'Écrire une note de suivi',
    why: fr`Dans une de vos fiches, sous « Notes de suivi » : où en est l’action, à une date.`,
    links: (siren) => (
      <AnchorLink to="/collectivites/$siren/mes-fiches" params={{ siren }}>
        Mes fiches
      </AnchorLink>
    ),
  },
}
