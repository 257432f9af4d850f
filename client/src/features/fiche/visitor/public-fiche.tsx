import { useQuery } from '@apollo/client/react'
import { Alert, Stack, Text, Title } from '@mantine/core'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { graphql } from '../../../gql/gql.ts'
import { UNTITLED } from '../../../lib/vocabulary/fiche-labels.ts'
import { PageHeader } from '../../../ui/page-header.tsx'
import { TextsSkeleton } from '../../../ui/page-skeletons.tsx'
import { Page } from '../../../ui/page.tsx'
import { FicheBreadcrumbs } from '../fiche-breadcrumbs.tsx'
import { FicheCharacteristics } from '../fields/fiche-characteristics.tsx'
import { FicheFacts } from '../fields/fiche-facts.tsx'
import { FicheLiens } from '../liens/fiche-liens.tsx'
import { BudgetSection } from '../sections/budget/budget-section.tsx'
import { ChampsPropresSection } from '../sections/champs-propres/champs-propres-section.tsx'
import { FinanceursSection } from '../sections/financeurs/financeurs-section.tsx'
import { MesuresSection } from '../sections/mesures/mesures-section.tsx'
import { ParentLink } from '../sections/sous-actions/parent-link.tsx'
import { SousActionsSection } from '../sections/sous-actions/sous-actions-section.tsx'
import { PublicIndicateurs } from './public-indicateurs.tsx'
import { PublicNotes } from './public-notes.tsx'
import classes from './public-fiche.module.css'

const publicFiche = graphql(`
  fragment PublicFiche on Fiche {
    uuid
    titre
    collectivite {
      id
      nom
    }
    ...FicheFacts
    ...FicheCharacteristics
    ...FicheBreadcrumbs
    ...FicheParent
    ...FicheLiens
    ...FicheSousActions
    ...FicheBudget
    ...FicheFinanceurs
    ...FicheMesures
    ...FicheChampsPropres
    ...PublicIndicateurs
  }
`)

const publicTexts = graphql(`
  query PublicFicheTexts($uuid: UUID!) {
    fiche(uuid: $uuid) {
      id
      description
      objectifs
      moyens
      financements
    }
  }
`)

/** A fiche for those who read it because it is public: as it is published, with nothing to change and nobody there. */
export function PublicFiche({ fiche }: { fiche: FragmentType<typeof publicFiche> }) {
  const shown = readFragment(publicFiche, fiche)
  const title = shown.titre.trim() || UNTITLED

  return (
    <Page title={title} wide>
      <FicheBreadcrumbs fiche={shown} isMember={false} />
      <ParentLink fiche={shown} />
      <PageHeader title={title} details={shown.collectivite.nom} />
      <Alert color="encre" mb="lg">
        Cette fiche est publique. Vous la lisez telle qu’elle est publiée, sans pouvoir la modifier.
      </Alert>
      <div className={classes.columns}>
        <Stack gap="md" className={classes.facts}>
          <FicheFacts fiche={shown} />
          <PublicIndicateurs fiche={shown} />
          <FicheLiens fiche={shown} />
        </Stack>
        <Stack gap="lg" className={classes.texts}>
          <PublicTexts uuid={shown.uuid} />
          <FicheCharacteristics fiche={shown} />
          <PublicNotes uuid={shown.uuid} />
          <SousActionsSection fiche={shown} />
          <BudgetSection fiche={shown} />
          <FinanceursSection fiche={shown} />
          <MesuresSection fiche={shown} />
          <ChampsPropresSection fiche={shown} />
        </Stack>
      </div>
    </Page>
  )
}

function PublicTexts({ uuid }: { uuid: string }) {
  const { data, loading } = useQuery(publicTexts, { variables: { uuid }, errorPolicy: 'all' })
  if (loading) return <TextsSkeleton />
  const { description, objectifs, moyens, financements } = data?.fiche ?? {}
  return (
    <>
      <PublicText label="Description" text={description} />
      <PublicText label="Objectifs" text={objectifs} />
      <PublicText label="Moyens humains et techniques" text={moyens} />
      <PublicText label="Financements" text={financements} />
    </>
  )
}

function PublicText({ label, text }: { label: string; text: string | undefined }) {
  return (
    <section>
      <Title order={2} size="h4" mb={4}>
        {label}
      </Title>
      {text ? <Text className={classes.text}>{text}</Text> : <Text c="dimmed">Non renseigné</Text>}
    </section>
  )
}
