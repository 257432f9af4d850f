import { Anchor, List, Stack, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { supportMessage } from '../../lib/support/support-email.ts'
import { fr } from '../../lib/text/french.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Page } from '../../ui/page.tsx'
import { NOT_CHECKED, OFTEN_NOT_ACCESSIBLE, TESTED } from './what-is-known.ts'

const route = getRouteApi('/visiteur/accessibilite')

/** The accessibility statement that the law asks of public services: what is known, what is not, and to whom to complain. */
export function AccessibilitePage() {
  const email = route.useLoaderData()

  return (
    <Page title="Déclaration d’accessibilité">
      <PageHeader title="Déclaration d’accessibilité" details="Établie le 27 novembre 2026" />
      <Stack gap="lg" maw="44rem">
        <Text>
          {fr`L’article 47 de la loi nº 2005-102 du 11 février 2005 demande aux services publics d’être accessibles en ligne à toutes les personnes. Cette déclaration s’applique à Pupitre, tel que ce serveur le sert : l’espace des agents, l’observatoire et les pages publiques des plans.`}
        </Text>

        <Section id="etat" title="État de conformité">
          <Text>
            Pupitre est <strong>non conforme</strong> avec le{' '}
            <Anchor href="https://accessibilite.numerique.gouv.fr/">
              référentiel général d’amélioration de l’accessibilité
            </Anchor>{' '}
            {fr`(RGAA), version 4.1 : aucun audit n’en a encore vérifié les critères. Sans audit, c’est le seul état qui puisse être déclaré, quoi que l’on ait déjà fait.`}
          </Text>
        </Section>

        <Section id="resultats" title="Résultat des contrôles">
          <Text>{fr`Aucun taux de conformité n’est connu. À chaque changement de Pupitre, des tests vérifient :`}</Text>
          <Items items={TESTED} />
          <Text>Un outil automatique ne trouve qu’une partie des défauts.</Text>
        </Section>

        <Section id="contenus" title="Contenus non accessibles">
          <Title order={3}>Ce qui n’a pas été vérifié</Title>
          <Items items={NOT_CHECKED} />
          <Title order={3}>Ce qui peut ne pas être accessible</Title>
          <Items items={OFTEN_NOT_ACCESSIBLE} />
          <Text>Aucune dérogation pour charge disproportionnée n’est demandée.</Text>
        </Section>

        <Section id="etablissement" title="Établissement de cette déclaration">
          <Text>
            {fr`Cette déclaration a été écrite par l’équipe de Pupitre, d’après ses propres tests. Technologies : HTML, CSS, JavaScript, ARIA, SVG. Navigateur des tests : Chromium. Outils : axe-core, Playwright.`}
          </Text>
        </Section>

        <Section id="contact" title="Retour d’information et contact">
          <Text>
            Si un contenu ou un service vous reste inaccessible, demandez-en un équivalent ou signalez le défaut aux
            administrateurs de votre collectivité, ou au service qui met ce serveur à votre disposition. Le schéma
            pluriannuel d’accessibilité et le plan d’action de l’année, que la loi lui demande, se demandent de même.
          </Text>
          {email !== null && (
            <Text>
              {fr`Adresse : `}
              <Anchor href={supportMessage(email, { page: window.location.href, browser: navigator.userAgent })}>
                {email}
              </Anchor>
            </Text>
          )}
        </Section>

        <Section id="recours" title="Voies de recours">
          <Text>
            {fr`Vous avez signalé un défaut qui vous empêche d’accéder à un contenu ou à un service, et vous n’avez pas obtenu de réponse satisfaisante. Vous pouvez :`}
          </Text>
          <List spacing="xs">
            <List.Item>
              <Anchor href="https://formulaire.defenseurdesdroits.fr/">
                Écrire un message au Défenseur des droits
              </Anchor>
            </List.Item>
            <List.Item>
              <Anchor href="https://www.defenseurdesdroits.fr/saisir/delegues">
                Contacter le délégué du Défenseur des droits de votre région
              </Anchor>
            </List.Item>
            <List.Item>
              {fr`Envoyer un courrier, gratuitement et sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07`}
            </List.Item>
          </List>
        </Section>
      </Stack>
    </Page>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <Stack gap="xs">
        <Title order={2} id={id}>
          {title}
        </Title>
        {children}
      </Stack>
    </section>
  )
}

function Items({ items }: { items: readonly string[] }) {
  return (
    <List spacing="xs">
      {items.map((item) => (
        <List.Item key={item}>{item}</List.Item>
      ))}
    </List>
  )
}
