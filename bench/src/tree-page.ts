import type { Page } from '@playwright/test'

// What runs in the page keeps its figures there, under these names, until they are asked for.
const CLICKED = 'bench:clicked'
const FRAMES = 'bench:frames'

/** Notes when the next click happens. */
export async function watchLines(page: Page): Promise<void> {
  await page.evaluate((key) => {
    document.addEventListener('click', () => Reflect.set(globalThis, key, performance.now()), {
      capture: true,
      once: true,
    })
  }, CLICKED)
}

/** Milliseconds from that click to the frame after the last line of a tree is there. */
export async function untilLines(page: Page, count: number): Promise<number> {
  const handle = await page.waitForFunction(
    ({ lines, key }) => {
      if (document.querySelectorAll('[data-node-id]').length !== lines) return null
      return performance.now() - Number(Reflect.get(globalThis, key))
    },
    { lines: count, key: CLICKED },
    { polling: 'raf' },
  )
  return Number(await handle.jsonValue())
}

/** From here on, milliseconds from each key to after the frame that shows it. */
export async function watchKeys(page: Page): Promise<() => Promise<number[]>> {
  const handle = await page.evaluateHandle(() => {
    const delays: number[] = []
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => delays.push(performance.now() - timeStamp))
          port1.start()
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
    return delays
  })
  return () => handle.jsonValue()
}

/** Notes each frame from here on. */
export async function watchFrames(page: Page): Promise<void> {
  await page.evaluate((key) => {
    const frames: number[] = []
    Reflect.set(globalThis, key, frames)
    const note = (time: number) => {
      frames.push(time)
      if (Reflect.get(globalThis, key) === frames) requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
  }, FRAMES)
}

/** Milliseconds between the frames noted, which ends it. */
export async function frameDelays(page: Page): Promise<number[]> {
  return page.evaluate((key) => {
    const frames: unknown = Reflect.get(globalThis, key)
    Reflect.set(globalThis, key, null)
    const times = Array.isArray(frames) ? frames.map(Number) : []
    return times.slice(1).map((time, index) => time - (times[index] ?? time))
  }, FRAMES)
}

/** Tasks of more than 50 ms from here on, in milliseconds. */
export async function longTasksOf(page: Page): Promise<() => Promise<number[]>> {
  const handle = await page.evaluateHandle(() => {
    const tasks: number[] = []
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration)
    }).observe({ type: 'longtask' })
    return tasks
  })
  return () => handle.jsonValue()
}
