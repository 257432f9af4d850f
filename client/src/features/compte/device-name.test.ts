import { expect, it } from 'vitest'
import { deviceName } from './device-name.ts'

it('names a browser and its system as people do', () => {
  expect(deviceName('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe(
    'Firefox sur Windows',
  )
  expect(deviceName('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0')).toBe(
    'Edge sur Windows',
  )
  expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1')).toBe(
    'Safari sur iPhone',
  )
  expect(deviceName('curl/8')).toBe('Appareil inconnu')
  expect(deviceName(null)).toBe('Appareil inconnu')
})
