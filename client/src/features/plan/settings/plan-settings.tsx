import { ActionIcon } from '@mantine/core'
import {
  IconArchive,
  IconArchiveOff,
  IconCopy,
  IconDots,
  IconForms,
  IconPrinter,
  IconSettings,
  IconTemplate,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react'
import { useState } from 'react'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import type { planChamps } from '../champs-propres/champs-propres-form.tsx'
import { planArchive } from '../archive/plan-archive-fragment.ts'
import type { planPeople } from '../people/plan-people-fragment.ts'
import type { SettingsDialog } from './plan-settings-dialogs.tsx'
import { planSettings } from './plan-settings-fragment.ts'
import { dialogOnDemand } from '../../../ui/on-demand.tsx'
import { MenuButton } from '../../../ui/menu/menu-button.tsx'
import { MenuEntry } from '../../../ui/menu/menu-entries.tsx'

const PlanSettingsDialogs = dialogOnDemand(
  () => import('./plan-settings-dialogs.tsx').then((module) => module.PlanSettingsDialogs),
  { opened: null },
)

/** What may be done to the plan itself: its settings, a copy, the archives and the corbeille. */
export function PlanSettings({
  plan: given,
}: {
  plan: FragmentType<typeof planSettings> &
    FragmentType<typeof planArchive> &
    FragmentType<typeof planChamps> &
    FragmentType<typeof planPeople>
}) {
  const plan = readFragment(planSettings, given)
  const { archivedAt, viewerCanArchive } = readFragment(planArchive, given)
  const [opened, setOpened] = useState<SettingsDialog | null>(null)
  // As it was when the form opened: what a colleague changes meanwhile is not sent back as it was before.
  const [edited, setEdited] = useState(plan)

  const { viewerCanCreatePlan, viewerCanManageModeles } = plan.collectivite
  return (
    <>
      <MenuButton
        position="bottom-end"
        button={
          <ActionIcon variant="default" size={36} aria-label="Actions sur le plan">
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        }
      >
        {plan.viewerCanUpdate && (
          <MenuEntry
            leftSection={<IconSettings size={16} aria-hidden />}
            onClick={() => {
              setEdited(plan)
              setOpened('settings')
            }}
          >
            Réglages du plan
          </MenuEntry>
        )}
        {plan.viewerCanUpdate && (
          <MenuEntry leftSection={<IconUsers size={16} aria-hidden />} onClick={() => setOpened('people')}>
            Pilotes et référents
          </MenuEntry>
        )}
        {plan.viewerCanUpdate && (
          <MenuEntry leftSection={<IconForms size={16} aria-hidden />} onClick={() => setOpened('champs')}>
            Champs propres aux fiches
          </MenuEntry>
        )}
        {viewerCanCreatePlan && (
          <MenuEntry leftSection={<IconCopy size={16} aria-hidden />} onClick={() => setOpened('duplicate')}>
            Dupliquer le plan…
          </MenuEntry>
        )}
        {viewerCanManageModeles && (
          <MenuEntry leftSection={<IconTemplate size={16} aria-hidden />} onClick={() => setOpened('modele')}>
            Enregistrer comme modèle…
          </MenuEntry>
        )}
        <MenuEntry leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          Imprimer
        </MenuEntry>
        {viewerCanArchive && (
          <MenuEntry
            leftSection={archivedAt ? <IconArchiveOff size={16} aria-hidden /> : <IconArchive size={16} aria-hidden />}
            onClick={() => setOpened('archive')}
          >
            {archivedAt ? 'Sortir des archives…' : 'Archiver le plan…'}
          </MenuEntry>
        )}
        {plan.viewerCanDelete && (
          <MenuEntry leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setOpened('delete')}>
            Supprimer le plan…
          </MenuEntry>
        )}
      </MenuButton>
      <PlanSettingsDialogs opened={opened} onClose={() => setOpened(null)} plan={given} edited={edited} />
    </>
  )
}
