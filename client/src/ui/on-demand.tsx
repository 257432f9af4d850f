import { type ComponentType, useEffect, useState } from 'react'
import { atRest } from '../lib/at-rest.ts'
import { showRefusal } from './show-refusal.ts'

/** Code that comes apart from the page's: once the page is at rest, or as soon as it is asked for. */
export interface Brought<Part> {
  /** Asks for it; again, if it could not be had. */
  bring: () => Promise<Part>
  bringAtRest: () => void
}

/** Says that what was asked for is not on this device and cannot be had now. */
export function showNotBrought(): void {
  showRefusal(
    'Cette partie de la page n’a pas pu être chargée. Réessayez quand la connexion est revenue, ou rechargez la page.',
  )
}

export function brought<Part>(load: () => Promise<Part>): Brought<Part> {
  let known: Promise<Part> | null = null
  let awaited = false
  const bring = () => {
    known ??= load().catch((error: unknown) => {
      known = null
      throw error
    })
    return known
  }
  return {
    bring,
    bringAtRest() {
      if (awaited) return
      awaited = true
      atRest(bring)
    },
  }
}

/**
 * A dialog whose code the page does without until it is opened.
 *
 * @param closed the props with which it is closed
 */
export function dialogOnDemand<Props extends { onClose: () => void }>(
  load: () => Promise<ComponentType<Props>>,
  closed: Partial<Props>,
): ComponentType<Props> {
  const code = brought(load)
  const isAsked = (props: Props) => Object.entries(closed).some(([name, value]) => Reflect.get(props, name) !== value)

  return function DialogOnDemand(props: Props) {
    const asked = isAsked(props)
    const { onClose } = props
    const [Part, setPart] = useState<ComponentType<Props> | null>(null)
    /** It opens once it is there closed: it then knows where the focus was. */
    const [isThere, setIsThere] = useState(false)
    useEffect(() => code.bringAtRest(), [])
    useEffect(() => {
      if (!asked || Part) return
      code.bring().then(
        (part) => setPart(() => part),
        () => {
          showNotBrought()
          onClose()
        },
      )
    }, [asked, Part, onClose])
    useEffect(() => setIsThere(Part !== null), [Part])

    return Part && <Part {...props} {...(!isThere && closed)} />
  }
}
