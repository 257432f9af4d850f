import { Button, Menu, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { FragmentType } from '../../../../gql/fragment-masking.ts'
import { Printed } from '../../../../ui/printing/printed.tsx'
import { Section } from '../section.tsx'
import { GROUPS, groupKey, groupLabel, isOf } from './budget-grid.ts'
import { BudgetTable } from './budget-table.tsx'
import { type ficheBudget, useBudget } from './use-budget.ts'

/** The budget of a fiche: a table for each type and unit that it counts in. */
export function BudgetSection({ fiche }: { fiche: FragmentType<typeof ficheBudget> }) {
  const { lignes, readOnly, put } = useBudget(fiche)
  const [opened, setOpened] = useState<string[]>([])
  const shown = GROUPS.filter((group) => opened.includes(groupKey(group)) || lignes.some(isOf(group)))
  const others = GROUPS.filter((group) => !shown.includes(group))

  return (
    <Section id="budget" title="Budget" empty={shown.length === 0 ? 'Aucun montant pour l’instant.' : null}>
      <Stack gap="md">
        {shown.map((group) => {
          const table = { group, lignes: lignes.filter(isOf(group)), put }
          if (readOnly) return <BudgetTable key={groupKey(group)} {...table} readOnly />
          return (
            <Printed
              key={groupKey(group)}
              screen={<BudgetTable {...table} readOnly={false} />}
              paper={<BudgetTable {...table} readOnly />}
            />
          )
        })}
        {shown.length > 0 && !readOnly && (
          <Text size="xs" c="dimmed">
            Sans total saisi, le total est la somme des années. Un total saisi ne s’y ajoute pas.
          </Text>
        )}
        {!readOnly && others.length > 0 && (
          <div>
            <Menu>
              <Menu.Target>
                <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />}>
                  Ajouter un budget
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {others.map((group) => (
                  <Menu.Item key={groupKey(group)} onClick={() => setOpened([...opened, groupKey(group)])}>
                    {groupLabel(group)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          </div>
        )}
      </Stack>
    </Section>
  )
}
