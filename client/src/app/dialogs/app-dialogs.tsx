import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react'
import { useRouter } from '@tanstack/react-router'
import { showRefusal } from '../../ui/show-refusal.ts'
import { SignOutDialog } from '../shell/sign-out-dialog.tsx'
import { useLeave } from '../shell/use-leave.ts'
import type { SignedInViewer } from '../viewer.ts'
import { type AppDialog, type AppDialogs as Dialogs, AppDialogsProvider } from './app-dialogs-context.ts'
import { useAppKeys } from './use-app-keys.ts'

/** The code of each, which comes apart from the page's. */
const CODE = {
  palette: () => import('../palette/palette.tsx').then(({ Palette: Part }) => ({ default: Part })),
  shortcuts: () => import('../shortcuts/shortcuts-sheet.tsx').then(({ ShortcutsSheet: Part }) => ({ default: Part })),
  'new-fiche': () => import('./new-fiche-dialog.tsx').then(({ NewFicheDialog: Part }) => ({ default: Part })),
}
/** Once the page has had the time to be there: who opens the palette types at once. */
const PALETTE_DELAY_MS = 3000

const Palette = lazy(CODE.palette)
const ShortcutsSheet = lazy(CODE.shortcuts)
const NewFicheDialog = lazy(CODE['new-fiche'])

/** What any page of someone signed in may open over itself, by a button or a key. */
export function AppDialogs({ viewer, children }: { viewer: SignedInViewer; children: ReactNode }) {
  const [opened, setOpened] = useState<AppDialog | null>(null)
  /** They stay mounted once opened, to close as they opened. */
  const [used, setUsed] = useState<ReadonlySet<AppDialog>>(new Set())
  const { leave, unsent, cancel, confirm } = useLeave(viewer.uuid)

  const dialogs = useMemo<Dialogs>(
    () => ({
      open: (dialog) => {
        const show = () => {
          setUsed((before) => new Set([...before, dialog]))
          setOpened(dialog)
        }
        // Without network, the page that is there stays.
        CODE[dialog]().then(show, () =>
          showRefusal('Le serveur ne répond pas : réessayez quand la connexion est revenue.'),
        )
      },
      leave: () => void leave(),
    }),
    [leave],
  )
  useCloseOnNewPage(setOpened)
  useEffect(() => {
    // Without network it is asked for again when it is opened.
    const timer = setTimeout(() => void CODE.palette().catch(() => undefined), PALETTE_DELAY_MS)
    return () => clearTimeout(timer)
  }, [])
  useAppKeys({ opened, open: dialogs.open, close: () => setOpened(null) })

  const props = (dialog: AppDialog) => ({ opened: opened === dialog, onClose: () => setOpened(null), viewer })
  return (
    <AppDialogsProvider value={dialogs}>
      {children}
      <Suspense fallback={null}>
        {used.has('palette') && <Palette {...props('palette')} />}
        {used.has('shortcuts') && <ShortcutsSheet {...props('shortcuts')} />}
        {used.has('new-fiche') && <NewFicheDialog {...props('new-fiche')} />}
      </Suspense>
      <SignOutDialog opened={unsent > 0} unsent={unsent} onCancel={cancel} onConfirm={confirm} />
    </AppDialogsProvider>
  )
}

/** As soon as one goes elsewhere, not once the page is there: one may have opened another meanwhile. */
function useCloseOnNewPage(setOpened: (dialog: null) => void) {
  const router = useRouter()
  useEffect(
    () => router.subscribe('onBeforeNavigate', ({ pathChanged }) => pathChanged && setOpened(null)),
    [router, setOpened],
  )
}
