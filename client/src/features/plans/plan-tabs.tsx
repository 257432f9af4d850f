import { Tabs, Text } from '@mantine/core'
import type { ComponentProps } from 'react'
import { PlanList } from './plan-list.tsx'
import type { PlansSearch } from './plans-search.ts'

type Plans = ComponentProps<typeof PlanList>['plans']

/** The plans which live, and the archived ones apart where there are some. */
export function PlanTabs({ plans, archived, search }: { plans: Plans; archived: Plans; search: PlansSearch }) {
  if (archived.length === 0) return <PlanList plans={plans} search={search} />
  return (
    <Tabs defaultValue="en-cours" keepMounted={false}>
      <Tabs.List mb="md">
        <Tabs.Tab value="en-cours">En cours ({plans.length.toLocaleString('fr-FR')})</Tabs.Tab>
        <Tabs.Tab value="archives">Archivés ({archived.length.toLocaleString('fr-FR')})</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="en-cours">
        {plans.length > 0 ? (
          <PlanList plans={plans} search={search} />
        ) : (
          <Text c="dimmed">Tous les plans sont archivés.</Text>
        )}
      </Tabs.Panel>
      <Tabs.Panel value="archives">
        <PlanList plans={archived} search={search} />
      </Tabs.Panel>
    </Tabs>
  )
}
