import { expect, test } from 'vitest'
import { measuredLog } from './measured-log.ts'
import type { AppendOptions } from './storage.ts'

test('[S80] a log that is measured still hears that rows are not to be waited for', async () => {
  const heard: (AppendOptions | undefined)[] = []
  const log = measuredLog({
    append: (_groups, options) => {
      heard.push(options)
      return Promise.resolve(new Map())
    },
    close: () => Promise.resolve(),
  })
  await log.append([], { waitsForRows: false })
  expect(heard).toEqual([{ waitsForRows: false }])
})
