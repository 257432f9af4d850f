import { Anchor } from '@mantine/core'
import { fr } from '../lib/text/french.ts'
import { AnchorLink } from './links.tsx'
import { PlainList } from './plain-list.tsx'
import classes from './site-footer.module.css'

/** What is under every page: what anybody may read. */
export function SiteFooter() {
  return (
    <footer className={classes.footer}>
      <nav aria-label="Pied de page">
        <PlainList className={classes.links}>
          <li>
            <AnchorLink to="/observatoire" c="inherit" size="sm">
              Observatoire des plans publics
            </AnchorLink>
          </li>
          <li>
            <AnchorLink to="/accessibilite" c="inherit" size="sm">
              {fr`Accessibilité : non conforme`}
            </AnchorLink>
          </li>
          <li>
            <Anchor href="/graphql" c="inherit" size="sm">
              API
            </Anchor>
          </li>
        </PlainList>
      </nav>
    </footer>
  )
}
