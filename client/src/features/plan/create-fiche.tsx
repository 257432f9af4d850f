import { CreateButton } from '../../ui/create-button.tsx'
import { CreateFicheForm, type AxeChoice } from './create-fiche-form.tsx'

/** The way to add a fiche to a plan. */
export function CreateFiche({ planId, axes }: { planId: string; axes: readonly AxeChoice[] }) {
  return (
    <CreateButton label="Créer une fiche">
      {(close) => <CreateFicheForm planId={planId} axes={axes} onCancel={close} />}
    </CreateButton>
  )
}
