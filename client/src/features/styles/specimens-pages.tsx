import { Button } from '@mantine/core'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPage } from '../../ui/error-page.tsx'
import { MessagePage } from '../../ui/message-page.tsx'
import { NotFoundPage } from '../../ui/not-found-page.tsx'
import { NotPublishedPage } from '../../ui/not-published-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { FichePageSkeleton, ListPageSkeleton, TextsSkeleton, WideListPageSkeleton } from '../../ui/page-skeletons.tsx'
import { Page } from '../../ui/page.tsx'
import { SiteFooter } from '../../ui/site-footer.tsx'
import { VisitorErrorPage } from '../../ui/visitor-error-page.tsx'
import type { Specimen } from './specimen.ts'

/** Pages, and what they are made of. */
export const PAGE_SPECIMENS: readonly Specimen[] = [
  {
    file: 'page-header.tsx',
    states: {
      complet: (
        <PageHeader title="Plans" details="CC de Lacq-Orthez · 4 plans" actions={<Button>Créer un plan</Button>} />
      ),
      'titre seul': <PageHeader title="Mes fiches" />,
    },
  },
  {
    file: 'empty-state.tsx',
    states: {
      'avec quoi faire': (
        <EmptyState title="Aucun plan pour l’instant" action={<Button>Créer un plan</Button>}>
          Créez-en un, ou importez un classeur.
        </EmptyState>
      ),
      'pour qui ne peut rien y faire': (
        <EmptyState title="Aucun plan pour l’instant">Un éditeur peut en créer un.</EmptyState>
      ),
    },
  },
  {
    file: 'page-skeletons.tsx',
    states: {
      liste: <ListPageSkeleton />,
      'liste large': <WideListPageSkeleton />,
      fiche: <FichePageSkeleton />,
      textes: <TextsSkeleton />,
    },
  },
  {
    file: 'page.tsx',
    states: {
      étroite: <Page title="Styles">Une colonne.</Page>,
      large: (
        <Page title="Styles" wide>
          Large.
        </Page>
      ),
    },
  },
  {
    file: 'message-page.tsx',
    states: {
      'avec une action': (
        <MessagePage title="Une chose à dire" actions={<Button>La faire</Button>}>
          Et ce qu’on peut y faire.
        </MessagePage>
      ),
    },
  },
  { file: 'error-page.tsx', states: { seule: <ErrorPage /> } },
  { file: 'not-found-page.tsx', states: { seule: <NotFoundPage /> } },
  { file: 'visitor-error-page.tsx', states: { seule: <VisitorErrorPage /> } },
  { file: 'not-published-page.tsx', states: { seule: <NotPublishedPage /> } },
  { file: 'site-footer.tsx', states: { seul: <SiteFooter /> } },
]
