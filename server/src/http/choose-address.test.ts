import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { chooseAddress, ListenError } from './choose-address.ts'

const taken = createServer()
afterEach(() => taken.close())

describe('chooseAddress', () => {
  it('draws a free port when asked for 0', async () => {
    const { port, url } = await chooseAddress({ host: '127.0.0.1', port: 0 })
    expect(port).toBeGreaterThan(0)
    expect(url).toBe(`http://127.0.0.1:${port}`)
  })

  it('says in one sentence that a port is taken', async () => {
    const { port } = await chooseAddress({ host: '127.0.0.1', port: 0 })
    taken.listen(port, '127.0.0.1')
    await once(taken, 'listening')
    await expect(chooseAddress({ host: '127.0.0.1', port })).rejects.toThrow(
      new ListenError(
        `Le port ${port} est déjà pris sur 127.0.0.1 : arrêtez ce qui l’occupe, ou choisissez-en un autre avec PORT.`,
      ),
    )
  })

  it('names the machine when it listens on every address', async () => {
    const { port, url } = await chooseAddress({ host: '0.0.0.0', port: 0 })
    expect(url).toBe(`http://localhost:${port}`)
  })

  it('says that an address is not of this machine', async () => {
    await expect(chooseAddress({ host: '203.0.113.1', port: 0 })).rejects.toThrow(/203\.0\.113\.1 : corrigez HOST/)
  })
})
