import classes from './skip-link.module.css'

export const MAIN_ID = 'contenu'

/** The first stop of the keyboard: straight to the page. */
export function SkipLink() {
  return (
    <a className={classes.skip} href={`#${MAIN_ID}`}>
      Aller au contenu
    </a>
  )
}
