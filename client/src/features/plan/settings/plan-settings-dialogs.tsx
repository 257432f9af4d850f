import { Stack } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { fr } from '../../../lib/text/french.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { ArchiveDialog } from '../archive/archive-dialog.tsx'
import { planArchive } from '../archive/plan-archive-fragment.ts'
import { ChampsPropresForm, type planChamps } from '../champs-propres/champs-propres-form.tsx'
import { PlanPeopleField } from '../people/plan-people-field.tsx'
import type { planPeople } from '../people/plan-people-fragment.ts'
import { DeleteDialog } from '../tree/delete-dialog.tsx'
import { DuplicatePlanForm } from './duplicate-plan-form.tsx'
import { PlanSettingsForm } from './plan-settings-form.tsx'
import { planSettings } from './plan-settings-fragment.ts'
import { SaveModeleForm } from './save-modele-form.tsx'
import { useDeletePlan } from './use-delete-plan.ts'

/** What the menu of a plan opens. */
export type SettingsDialog = 'settings' | 'people' | 'champs' | 'duplicate' | 'modele' | 'archive' | 'delete'

/**
 * What is asked about a plan itself.
 *
 * @param edited the settings as they were when the form opened
 */
export function PlanSettingsDialogs({
  opened,
  onClose,
  plan: given,
  edited,
}: {
  opened: SettingsDialog | null
  onClose: () => void
  plan: FragmentType<typeof planSettings> &
    FragmentType<typeof planArchive> &
    FragmentType<typeof planChamps> &
    FragmentType<typeof planPeople>
  edited: Parameters<typeof PlanSettingsForm>[0]['plan']
}) {
  const plan = readFragment(planSettings, given)
  const { archivedAt } = readFragment(planArchive, given)
  const navigate = useNavigate()
  const deletePlan = useDeletePlan(plan)

  return (
    <>
      <Dialog opened={opened === 'people'} onClose={onClose} title="Pilotes et référents">
        <Stack gap="md">
          <PlanPeopleField plan={given} as="pilotes" />
          <PlanPeopleField plan={given} as="referents" />
        </Stack>
      </Dialog>
      <Dialog opened={opened === 'champs'} onClose={onClose} title="Champs propres aux fiches">
        <ChampsPropresForm plan={given} />
      </Dialog>
      <Dialog opened={opened === 'duplicate'} onClose={onClose} title="Dupliquer le plan">
        <DuplicatePlanForm plan={plan} onClose={onClose} />
      </Dialog>
      <Dialog opened={opened === 'modele'} onClose={onClose} title="Enregistrer comme modèle">
        <SaveModeleForm plan={plan} onClose={onClose} />
      </Dialog>
      <Dialog opened={opened === 'settings'} onClose={onClose} title="Réglages du plan">
        <PlanSettingsForm plan={edited} onClose={onClose} />
      </Dialog>
      <ArchiveDialog
        plan={{ id: plan.id, nom: plan.nom, isArchived: archivedAt != null }}
        opened={opened === 'archive'}
        onClose={onClose}
      />
      <DeleteDialog
        title={fr`Supprimer « ${plan.nom} » ?`}
        ids={opened === 'delete' ? [plan.id] : null}
        onClose={onClose}
        onConfirm={async () => {
          const { siren } = plan.collectivite
          if (await deletePlan()) await navigate({ to: '/collectivites/$siren/plans', params: { siren } })
        }}
      />
    </>
  )
}
