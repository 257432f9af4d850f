import { ActionIcon, Menu, Stack } from '@mantine/core'
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
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { fr } from '../../../lib/text/french.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { ChampsPropresForm, type planChamps } from '../champs-propres/champs-propres-form.tsx'
import { ArchiveDialog } from '../archive/archive-dialog.tsx'
import { planArchive } from '../archive/plan-archive-fragment.ts'
import { PlanPeopleField } from '../people/plan-people-field.tsx'
import type { planPeople } from '../people/plan-people-fragment.ts'
import { DeleteDialog } from '../tree/delete-dialog.tsx'
import { DuplicatePlanForm } from './duplicate-plan-form.tsx'
import { planSettings } from './plan-settings-fragment.ts'
import { PlanSettingsForm } from './plan-settings-form.tsx'
import { SaveModeleForm } from './save-modele-form.tsx'
import { useDeletePlan } from './use-delete-plan.ts'

type Opened = 'settings' | 'people' | 'champs' | 'duplicate' | 'modele' | 'archive' | 'delete'

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
  const [opened, setOpened] = useState<Opened | null>(null)
  // As it was when the form opened: what a colleague changes meanwhile is not sent back as it was before.
  const [edited, setEdited] = useState(plan)
  const navigate = useNavigate()
  const deletePlan = useDeletePlan(plan)

  const { viewerCanCreatePlan, viewerCanManageModeles } = plan.collectivite
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="Actions sur le plan">
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {plan.viewerCanUpdate && (
            <Menu.Item
              leftSection={<IconSettings size={16} aria-hidden />}
              onClick={() => {
                setEdited(plan)
                setOpened('settings')
              }}
            >
              Réglages du plan
            </Menu.Item>
          )}
          {plan.viewerCanUpdate && (
            <Menu.Item leftSection={<IconUsers size={16} aria-hidden />} onClick={() => setOpened('people')}>
              Pilotes et référents
            </Menu.Item>
          )}
          {plan.viewerCanUpdate && (
            <Menu.Item leftSection={<IconForms size={16} aria-hidden />} onClick={() => setOpened('champs')}>
              Champs propres aux fiches
            </Menu.Item>
          )}
          {viewerCanCreatePlan && (
            <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={() => setOpened('duplicate')}>
              Dupliquer le plan…
            </Menu.Item>
          )}
          {viewerCanManageModeles && (
            <Menu.Item leftSection={<IconTemplate size={16} aria-hidden />} onClick={() => setOpened('modele')}>
              Enregistrer comme modèle…
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
            Imprimer
          </Menu.Item>
          {viewerCanArchive && (
            <Menu.Item
              leftSection={
                archivedAt ? <IconArchiveOff size={16} aria-hidden /> : <IconArchive size={16} aria-hidden />
              }
              onClick={() => setOpened('archive')}
            >
              {archivedAt ? 'Sortir des archives…' : 'Archiver le plan…'}
            </Menu.Item>
          )}
          {plan.viewerCanDelete && (
            <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setOpened('delete')}>
              Supprimer le plan…
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Dialog opened={opened === 'people'} onClose={() => setOpened(null)} title="Pilotes et référents">
        <Stack gap="md">
          <PlanPeopleField plan={given} as="pilotes" />
          <PlanPeopleField plan={given} as="referents" />
        </Stack>
      </Dialog>
      <Dialog opened={opened === 'champs'} onClose={() => setOpened(null)} title="Champs propres aux fiches">
        <ChampsPropresForm plan={given} />
      </Dialog>
      <Dialog opened={opened === 'duplicate'} onClose={() => setOpened(null)} title="Dupliquer le plan">
        <DuplicatePlanForm plan={plan} onClose={() => setOpened(null)} />
      </Dialog>
      <Dialog opened={opened === 'modele'} onClose={() => setOpened(null)} title="Enregistrer comme modèle">
        <SaveModeleForm plan={plan} onClose={() => setOpened(null)} />
      </Dialog>
      <Dialog opened={opened === 'settings'} onClose={() => setOpened(null)} title="Réglages du plan">
        <PlanSettingsForm plan={edited} onClose={() => setOpened(null)} />
      </Dialog>
      <ArchiveDialog
        plan={{ id: plan.id, nom: plan.nom, isArchived: archivedAt != null }}
        opened={opened === 'archive'}
        onClose={() => setOpened(null)}
      />
      <DeleteDialog
        title={fr`Supprimer « ${plan.nom} » ?`}
        ids={opened === 'delete' ? [plan.id] : null}
        onClose={() => setOpened(null)}
        onConfirm={async () => {
          const { siren } = plan.collectivite
          if (await deletePlan()) await navigate({ to: '/collectivites/$siren/plans', params: { siren } })
        }}
      />
    </>
  )
}
