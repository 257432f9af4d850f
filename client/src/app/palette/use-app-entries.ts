import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import {
  IconAccessible,
  IconBuildingCommunity,
  IconChartLine,
  IconChecklist,
  IconCopy,
  IconDeviceLaptop,
  IconFileImport,
  IconFilePlus,
  IconFolders,
  IconHelp,
  IconHistory,
  IconHome,
  IconKey,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconPlus,
  IconShare2,
  IconSitemap,
  IconSun,
  IconTable,
  IconTags,
  IconTrash,
  IconUser,
  IconUserPlus,
  IconUsers,
  IconWorld,
} from '@tabler/icons-react'
import { type LinkProps, useNavigate } from '@tanstack/react-router'
import { seeingAs } from '../../lib/seeing-as.ts'
import { useCurrentCollectivite } from '../current-collectivite.ts'
import { useAppDialogs } from '../dialogs/app-dialogs-context.ts'
import { collectivitesOf, type SignedInViewer } from '../viewer.ts'
import type { PaletteEntry } from './palette-entry.ts'

/** What one may do in a collectivité; null until it is known. */
export interface Abilities {
  canCreatePlan: boolean
  canCreateFiche: boolean
  canInvite: boolean
}

type Entry = Omit<PaletteEntry, 'group' | 'run' | 'leads'>
type Target = Pick<LinkProps, 'to' | 'params' | 'search'>

/** The pages of the application and what one may do from anywhere. */
export function useAppEntries(viewer: SignedInViewer, abilities: Abilities | null): PaletteEntry[] {
  const navigate = useNavigate()
  const { open, leave } = useAppDialogs()
  const collectivite = useCurrentCollectivite(viewer)
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme('light') === 'dark'

  const page = (entry: Entry, target: Target): PaletteEntry => ({
    ...entry,
    group: 'pages',
    leads: true,
    run: () => void navigate(target),
  })
  const action = (entry: Entry, run: () => void): PaletteEntry => ({ ...entry, group: 'actions', leads: true, run })
  const going = (entry: Entry, target: Target) => action(entry, () => void navigate(target))

  const here = collectivite && { params: { siren: collectivite.siren } }
  const acts = here
    ? [
        abilities?.canCreatePlan &&
          going(
            { key: 'creer-plan', label: 'Créer un plan', icon: IconPlus, words: 'nouveau ajouter modèle' },
            { to: '/collectivites/$siren/plans', ...here, search: { creer: true } },
          ),
        abilities?.canCreateFiche &&
          action({ key: 'creer-fiche', label: 'Créer une fiche', icon: IconFilePlus, words: 'nouvelle action' }, () =>
            open('new-fiche'),
          ),
        abilities?.canCreatePlan &&
          going(
            { key: 'importer', label: 'Importer un plan', icon: IconFileImport, words: 'tableur excel xlsx' },
            { to: '/collectivites/$siren/import', ...here },
          ),
        abilities?.canInvite &&
          going(
            { key: 'inviter', label: 'Inviter des collègues', icon: IconUserPlus, words: 'membre invitation' },
            { to: '/collectivites/$siren/membres', ...here, search: { inviter: true } },
          ),
      ]
    : []
  const others = collectivitesOf(viewer)
    .filter(({ siren }) => siren !== collectivite?.siren)
    .map(({ siren, nom }) =>
      going(
        { key: siren, label: `Passer à ${nom}`, icon: IconBuildingCommunity, words: 'changer de collectivité' },
        { to: '/collectivites/$siren/pupitre', params: { siren } },
      ),
    )
  const pages = here
    ? [
        page(
          { key: 'pupitre', label: 'Mon pupitre', icon: IconHome, words: 'accueil à faire urgent retard' },
          { to: '/collectivites/$siren/pupitre', ...here },
        ),
        page(
          { key: 'mes-fiches', label: 'Mes fiches', icon: IconChecklist },
          { to: '/collectivites/$siren/mes-fiches', ...here },
        ),
        page({ key: 'plans', label: 'Plans', icon: IconFolders }, { to: '/collectivites/$siren/plans', ...here }),
        page(
          { key: 'fiches', label: 'Fiches', icon: IconTable, words: 'toutes tableau colonnes frise vues' },
          { to: '/collectivites/$siren/fiches', ...here },
        ),
        page(
          { key: 'indicateurs', label: 'Indicateurs', icon: IconChartLine },
          { to: '/collectivites/$siren/indicateurs', ...here },
        ),
        page(
          { key: 'membres', label: 'Membres', icon: IconUsers, words: 'réglages invitations rôles' },
          { to: '/collectivites/$siren/membres', ...here },
        ),
        page(
          { key: 'services', label: 'Services', icon: IconSitemap, words: 'réglages direction fusionner' },
          { to: '/collectivites/$siren/services', ...here },
        ),
        page(
          {
            key: 'libelles',
            label: 'Libellés',
            icon: IconTags,
            words: 'réglages structures partenaires financeurs instances étiquettes tags fusionner',
          },
          { to: '/collectivites/$siren/libelles', ...here },
        ),
        page(
          { key: 'journal', label: 'Journal', icon: IconHistory, words: 'historique modifications' },
          { to: '/collectivites/$siren/journal', ...here },
        ),
        page(
          { key: 'corbeille', label: 'Corbeille', icon: IconTrash, words: 'supprimé restaurer' },
          { to: '/collectivites/$siren/corbeille', ...here },
        ),
        page(
          { key: 'doublons', label: 'Doublons possibles', icon: IconCopy },
          { to: '/collectivites/$siren/doublons', ...here },
        ),
        collectivite.viewerCanManageApiKeys &&
          page(
            { key: 'cles-api', label: 'Clés d’API', icon: IconKey, words: 'réglages api webhook observatoire' },
            { to: '/collectivites/$siren/cles-api', ...here },
          ),
      ]
    : []
  const ofEveryone = [
    page({ key: 'aide', label: 'Aide', icon: IconHelp, words: 'question assistance comment support' }, { to: '/aide' }),
    page(
      { key: 'observatoire', label: 'Observatoire', icon: IconWorld, words: 'plans publics' },
      { to: '/observatoire' },
    ),
    page(
      { key: 'accessibilite', label: 'Accessibilité', icon: IconAccessible, words: 'déclaration rgaa' },
      { to: '/accessibilite' },
    ),
  ]
  const own = seeingAs
    ? []
    : [
        page(
          { key: 'compte', label: 'Mon compte', icon: IconUser, words: 'nom mot de passe adresse sessions' },
          { to: '/compte' },
        ),
        page({ key: 'partages', label: 'Partagés avec moi', icon: IconShare2 }, { to: '/partages' }),
        page(
          { key: 'appareil', label: 'Sur cet appareil', icon: IconDeviceLaptop, words: 'hors ligne' },
          { to: '/sur-cet-appareil' },
        ),
      ]
  return [
    ...acts,
    ...others,
    {
      ...action(
        {
          key: 'apparence',
          label: dark ? 'Passer en clair' : 'Passer en sombre',
          icon: dark ? IconSun : IconMoon,
          words: 'thème mode apparence couleurs',
        },
        () => setColorScheme(dark ? 'light' : 'dark'),
      ),
      leads: false,
    },
    action({ key: 'raccourcis', label: 'Raccourcis clavier', icon: IconKeyboard, words: 'aide touches' }, () =>
      open('shortcuts'),
    ),
    !seeingAs && action({ key: 'deconnexion', label: 'Se déconnecter', icon: IconLogout, words: 'quitter' }, leave),
    ...pages,
    ...own,
    ...ofEveryone,
  ].filter((entry) => entry !== false && entry !== undefined)
}
