import { Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconBookmarkPlus,
  IconDeviceFloppy,
  IconPencil,
  IconTrash,
  IconUserOff,
  IconUsersGroup,
} from '@tabler/icons-react'
import { fr } from '../../../lib/text/french.ts'
import { seeingAs } from '../../../lib/seeing-as.ts'
import { showRefusal } from '../../../ui/show-refusal.ts'
import { showUndo } from '../../../ui/show-undo.tsx'
import type { FichesSearch } from '../fiches-search.ts'
import { useChangeVue } from './use-change-vue.ts'
import type { VueEnregistree } from './use-vues.ts'
import { parametresOf, searchOfVue } from './vue-parametres.ts'

/** What is asked in a dialog. */
export type Asked = 'save' | 'rename' | 'unshare' | 'delete'

const iconOf = (Icon: typeof IconPencil) => <Icon size={16} stroke={1.6} aria-hidden />

/** The entry that keeps what the page shows as a view of its own. */
export function SaveVueItem({ isAnother, onAsk }: { isAnother: boolean; onAsk: (asked: Asked) => void }) {
  if (seeingAs) return null
  return (
    <Menu.Item leftSection={iconOf(IconBookmarkPlus)} onClick={() => onAsk('save')}>
      {isAnother ? 'Enregistrer sous…' : 'Enregistrer cette vue…'}
    </Menu.Item>
  )
}

/** What may be done with the view that is chosen, as the entries of its menu. */
export function VueActions({
  vue,
  search,
  modified,
  canShare,
  onSearch,
  onAsk,
}: {
  vue: VueEnregistree
  search: FichesSearch
  modified: boolean
  canShare: boolean
  onSearch: (search: FichesSearch) => void
  onAsk: (asked: Asked) => void
}) {
  const { update } = useChangeVue(vue.id)
  const { nom, parametres, partagee, viewerCanUpdate } = vue

  /** Does it at once, and offers to take it back. */
  async function change(next: Parameters<typeof update>[0], before: typeof next, message: string) {
    const refusal = await update(next)
    if (refusal !== null) return showRefusal(refusal)
    showUndo({
      message,
      onUndo: () => void update(before).then((refused) => refused !== null && showRefusal(refused)),
    })
  }

  return (
    <>
      {modified && viewerCanUpdate && (
        <Menu.Item
          leftSection={iconOf(IconDeviceFloppy)}
          onClick={() =>
            void change({ parametres: parametresOf(search) }, { parametres }, fr`La vue « ${nom} » est enregistrée.`)
          }
        >
          {partagee ? 'Enregistrer pour tous' : 'Enregistrer'}
        </Menu.Item>
      )}
      <SaveVueItem isAnother onAsk={onAsk} />
      {modified && (
        <Menu.Item leftSection={iconOf(IconArrowBackUp)} onClick={() => onSearch(searchOfVue(vue))}>
          Rétablir
        </Menu.Item>
      )}
      {viewerCanUpdate && (
        <>
          <Menu.Item leftSection={iconOf(IconPencil)} onClick={() => onAsk('rename')}>
            Renommer…
          </Menu.Item>
          {!partagee && canShare && (
            <Menu.Item
              leftSection={iconOf(IconUsersGroup)}
              onClick={() =>
                void change(
                  { partagee: true },
                  { partagee: false },
                  fr`Vos collègues trouvent maintenant la vue « ${nom} ».`,
                )
              }
            >
              Partager avec la collectivité
            </Menu.Item>
          )}
          {partagee && (
            <Menu.Item leftSection={iconOf(IconUserOff)} onClick={() => onAsk('unshare')}>
              Ne plus partager…
            </Menu.Item>
          )}
          <Menu.Item leftSection={iconOf(IconTrash)} onClick={() => onAsk('delete')}>
            Supprimer la vue…
          </Menu.Item>
        </>
      )}
    </>
  )
}
