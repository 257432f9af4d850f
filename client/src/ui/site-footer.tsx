import { Anchor } from '@mantine/core'
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
            <Anchor href="/graphql" c="inherit" size="sm">
              API
            </Anchor>
          </li>
        </PlainList>
      </nav>
    </footer>
  )
}
