import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { fr } from '../../../lib/text/french.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { PlainList } from '../../../ui/plain-list.tsx'
import { Surface } from '../../../ui/surface.tsx'
import classes from '../../../ui/line-rows.module.css'
import { DeleteForm } from './delete-form.tsx'
import { MergeForm } from './merge-form.tsx'
import { ServiceForm } from './service-form.tsx'
import { ServiceMembresForm } from './service-membres-form.tsx'
import { usageWords } from './service-usage-words.ts'
import type { ServiceLine, ServiceList } from './use-service-list.ts'

type Act = 'membres' | 'rename' | 'merge' | 'delete'

/** Each service, who is in it and what it pilots; for admins, what may be done to it. */
export function ServiceRows({ list }: { list: ServiceList }) {
  const [open, setOpen] = useState<{ serviceId: string; act: Act } | null>(null)
  const close = () => setOpen(null)
  const service = list.services.find(({ id }) => id === open?.serviceId)
  const nom = service?.nom ?? ''
  const opened = (act: Act) => service !== undefined && open?.act === act

  return (
    <>
      <Surface>
        <PlainList aria-label="Services">
          {list.services.map((line) => (
            <ServiceRow
              key={line.id}
              service={line}
              siren={list.siren}
              onAct={list.canManage ? (act) => setOpen({ serviceId: line.id, act }) : null}
            />
          ))}
        </PlainList>
      </Surface>
      <Dialog opened={opened('membres')} onClose={close} title={fr`Membres de « ${nom} »`}>
        {service && <ServiceMembresForm service={service} membres={list.membres} onDone={close} />}
      </Dialog>
      <Dialog opened={opened('rename')} onClose={close} title="Renommer le service">
        {service && <ServiceForm collectiviteId={list.collectiviteId} service={service} onDone={close} />}
      </Dialog>
      <Dialog opened={opened('merge')} onClose={close} title={fr`Fusionner « ${nom} »`}>
        {service && (
          <MergeForm service={service} others={list.services.filter(({ id }) => id !== service.id)} onDone={close} />
        )}
      </Dialog>
      <Dialog opened={opened('delete')} onClose={close} title={fr`Supprimer « ${nom} » ?`}>
        {service && <DeleteForm service={service} onDone={close} />}
      </Dialog>
    </>
  )
}

interface RowProps {
  service: ServiceLine
  siren: string
  /** null: one may only look. */
  onAct: ((act: Act) => void) | null
}

function ServiceRow({ service: { id, nom, usage, membres }, siren, onAct }: RowProps) {
  const isUsed = usage ? usageWords(usage).length > 0 : true

  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Text fw={600}>{nom}</Text>
        <Text size="sm" c="dimmed">
          {membres.length > 0 ? membres.map((membre) => membre.nom).join(', ') : 'Aucun membre'}
        </Text>
        <Text size="sm" c="dimmed" component="div">
          {usage && `${usageWords(usage).join(' · ') || 'Rien ne le nomme'} · `}
          <AnchorLink
            to="/collectivites/$siren/fiches"
            params={{ siren }}
            search={{ service: id }}
            inherit
            aria-label={`Ses fiches : ${nom}`}
          >
            Ses fiches
          </AnchorLink>
        </Text>
      </div>
      {onAct && (
        <Group gap="xs">
          <Button variant="default" size="compact-sm" aria-label={`Membres de ${nom}`} onClick={() => onAct('membres')}>
            Membres
          </Button>
          <Button variant="default" size="compact-sm" aria-label={`Renommer ${nom}`} onClick={() => onAct('rename')}>
            Renommer
          </Button>
          <Button variant="subtle" size="compact-sm" aria-label={`Fusionner ${nom}`} onClick={() => onAct('merge')}>
            Fusionner
          </Button>
          {!isUsed && (
            <Button
              variant="subtle"
              color="red"
              size="compact-sm"
              aria-label={`Supprimer ${nom}`}
              onClick={() => onAct('delete')}
            >
              Supprimer
            </Button>
          )}
        </Group>
      )}
    </li>
  )
}
