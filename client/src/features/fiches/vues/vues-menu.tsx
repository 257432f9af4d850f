import { Button, Menu, VisuallyHidden } from '@mantine/core'
import { IconBookmark, IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { fr } from '../../../lib/text/french.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { MenuLink } from '../../../ui/links.tsx'
import type { FichesSearch } from '../fiches-search.ts'
import { ConfirmVue } from './confirm-vue.tsx'
import { RenameVueForm } from './rename-vue-form.tsx'
import { SaveVueForm } from './save-vue-form.tsx'
import { useVues, type VueEnregistree } from './use-vues.ts'
import { type Asked, SaveVueItem, VueActions } from './vue-actions.tsx'
import { isModified, parametresOf, searchOfVue } from './vue-parametres.ts'
import classes from './vues-menu.module.css'

const TITLES: Record<Asked, string> = {
  save: 'Enregistrer la vue',
  rename: 'Renommer la vue',
  unshare: fr`Ne plus partager la vue ?`,
  delete: fr`Supprimer la vue ?`,
}

/** Chooses a view that is kept under a name, keeps what the page shows as one, and changes them. */
export function VuesMenu({
  collectivite,
  search,
  onSearch,
}: {
  collectivite: { id: string; siren: string }
  search: FichesSearch
  onSearch: (search: FichesSearch) => void
}) {
  const { vues, canShare, loading, failed, retry } = useVues(collectivite)
  const [asked, setAsked] = useState<Asked | null>(null)
  /** What a dialog is about stays in it while it closes. */
  const [about, setAbout] = useState<VueEnregistree | null>(null)
  const chosen = vues.find(({ id }) => id === search.enregistree)
  const modified = chosen !== undefined && isModified(search, chosen)
  const close = () => setAsked(null)

  function ask(next: Asked) {
    setAbout(chosen ?? null)
    setAsked(next)
  }

  return (
    <>
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            className={classes.target}
            leftSection={<IconBookmark size={16} stroke={1.6} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {chosen ? (
              <>
                <VisuallyHidden>{fr`Vue enregistrée : `}</VisuallyHidden>
                <span className={classes.nom}>{chosen.nom}</span>
                {modified && <span className={classes.modified}>modifiée</span>}
              </>
            ) : (
              'Vues enregistrées'
            )}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={classes.vues}>
            <VueLinks label="Mes vues" vues={vues.filter(({ partagee }) => !partagee)} {...{ collectivite, search }} />
            <VueLinks label="Partagées" vues={vues.filter(({ partagee }) => partagee)} {...{ collectivite, search }} />
          </div>
          {vues.length === 0 && (
            <Menu.Label className={classes.none}>
              {loading && 'Lecture des vues…'}
              {failed && fr`Les vues n’ont pas pu être lues.`}
              {!loading && !failed && fr`Aucune vue pour l’instant : réglez filtres, tri et colonnes, puis nommez-les.`}
            </Menu.Label>
          )}
          {failed && (
            <Menu.Item closeMenuOnClick={false} onClick={retry}>
              Réessayer
            </Menu.Item>
          )}
          <Menu.Divider />
          {chosen ? (
            <VueActions vue={chosen} onAsk={ask} {...{ search, modified, canShare, onSearch }} />
          ) : (
            <SaveVueItem isAnother={false} onAsk={ask} />
          )}
        </Menu.Dropdown>
      </Menu>
      <Dialog opened={asked !== null} onClose={close} title={TITLES[asked ?? 'save']}>
        {asked === 'save' && (
          <SaveVueForm
            collectiviteId={collectivite.id}
            parametres={parametresOf(search)}
            canShare={canShare}
            onCancel={close}
            onSaved={(enregistree) => {
              close()
              onSearch({ ...search, enregistree })
            }}
          />
        )}
        {asked === 'rename' && about && <RenameVueForm vue={about} onClose={close} />}
        {(asked === 'unshare' || asked === 'delete') && about && (
          <ConfirmVue vue={about} asked={asked} onClose={close} />
        )}
      </Dialog>
    </>
  )
}

function VueLinks({
  label,
  vues,
  collectivite: { siren },
  search,
}: {
  label: string
  vues: readonly VueEnregistree[]
  collectivite: { siren: string }
  search: FichesSearch
}) {
  if (vues.length === 0) return null
  return (
    <>
      <Menu.Label>{label}</Menu.Label>
      {vues.map((vue) => (
        <MenuLink
          key={vue.id}
          to="/collectivites/$siren/fiches"
          params={{ siren }}
          search={searchOfVue(vue)}
          activeOptions={{ exact: true, includeSearch: true }}
          className={classes.vue}
          {...(vue.id === search.enregistree && {
            'aria-current': true,
            rightSection: <IconCheck size={16} aria-hidden />,
          })}
        >
          {vue.nom}
          {vue.partagee && vue.auteur !== null && <span className={classes.auteur}>{vue.auteur}</span>}
        </MenuLink>
      ))}
    </>
  )
}
