import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { graphql } from '../../../gql/gql.ts'
import { type FragmentType, readFragment } from '../../../gql/fragment-masking.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { PlainList } from '../../../ui/plain-list.tsx'
import { PlanModeleLine } from './plan-modele-line.tsx'

export const planModeles = graphql(`
  fragment PlanModeles on Collectivite {
    id
    viewerCanManageModeles
    planModeles {
      id
      ...PlanModeleLine
    }
  }
`)

/** The models of a collectivité, where there are some: their names are changed and they are deleted there. */
export function PlanModeles({ collectivite }: { collectivite: FragmentType<typeof planModeles> }) {
  const { planModeles: modeles, viewerCanManageModeles } = readFragment(planModeles, collectivite)
  const [opened, { open, close }] = useDisclosure(false)

  if (modeles.length === 0 && !opened) return null
  return (
    <>
      <Button variant="default" onClick={open}>
        Modèles
      </Button>
      <Dialog opened={opened} onClose={close} title="Modèles de plan">
        {modeles.length === 0 && <p>Il n’y a plus de modèle. Le menu d’un plan permet d’en enregistrer un.</p>}
        <PlainList aria-label="Modèles de plan">
          {modeles.map((modele) => (
            <PlanModeleLine key={modele.id} modele={modele} canManage={viewerCanManageModeles} />
          ))}
        </PlainList>
      </Dialog>
    </>
  )
}
