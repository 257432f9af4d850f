import { Kbd, Stack, Switch, Title } from '@mantine/core'
import { useState } from 'react'
import { fr } from '../../lib/text/french.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { SHORTCUT_GROUPS, type ShortcutLine } from './shortcut-groups.ts'
import { isShortcutsKeyOn, turnShortcutsKey } from './shortcuts-key.ts'
import classes from './shortcuts-sheet.module.css'

/** Every shortcut, by where it works. */
export function ShortcutsSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [isKeyOn, setIsKeyOn] = useState(isShortcutsKeyOn)

  return (
    <Dialog opened={opened} onClose={onClose} title="Raccourcis clavier">
      <Stack gap="lg">
        {SHORTCUT_GROUPS.map(({ title, lines }) => (
          <section key={title}>
            <Title order={3} mb="xs">
              {title}
            </Title>
            <dl className={classes.list}>
              {lines.map((shortcut) => (
                <Line key={shortcut.label} {...shortcut} />
              ))}
            </dl>
          </section>
        ))}
        <Switch
          label={fr`La touche ? ouvre cette liste`}
          description="Sur cet appareil. À éteindre si vous dictez, ou si vos touches partent seules."
          checked={isKeyOn}
          onChange={({ currentTarget: { checked } }) => {
            turnShortcutsKey(checked)
            setIsKeyOn(checked)
          }}
        />
      </Stack>
    </Dialog>
  )
}

function Line({ label, ways }: ShortcutLine) {
  return (
    <div className={classes.line}>
      <dt>{label}</dt>
      <dd className={classes.ways}>
        {ways.map((keys) => (
          <span key={keys.join(' ')} className={classes.way}>
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </span>
        ))}
      </dd>
    </div>
  )
}
