import { Link } from '@tanstack/react-router'
import { PlainList } from '../../ui/plain-list.tsx'
import { collectivitesOf, useViewer } from '../viewer.ts'
import { KEYS_PAGE, SETTINGS_PAGES } from './settings-pages.ts'
import classes from './settings-navigation.module.css'

/** Goes from one page of settings to another; there for the members of the collectivité. */
export function SettingsNavigation({ siren }: { siren: string }) {
  const collectivite = collectivitesOf(useViewer()).find((one) => one.siren === siren)

  if (!collectivite) return null
  const pages = collectivite.viewerCanManageApiKeys ? [...SETTINGS_PAGES, KEYS_PAGE] : SETTINGS_PAGES
  return (
    <nav aria-label="Réglages" className={classes.navigation}>
      <PlainList className={classes.links}>
        {pages.map(({ to, label }) => (
          <li key={to}>
            <Link to={to} params={{ siren }} className={classes.link} activeProps={{ 'aria-current': 'page' }}>
              {label}
            </Link>
          </li>
        ))}
      </PlainList>
    </nav>
  )
}
