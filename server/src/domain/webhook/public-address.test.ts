import { expect, it } from 'vitest'
import { isLoopbackHost, isPublicAddress } from './public-address.ts'

const PUBLIC = [
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '169.253.255.255',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2001:200::',
  '2606:4700:4700::1111',
  '2a01:e0a::1',
  '3ffe:ffff::1',
]

const NOT_PUBLIC = [
  '0.0.0.0',
  '10.0.0.0',
  '10.255.255.255',
  '100.64.0.0',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.255',
  '169.254.169.254',
  '172.16.0.0',
  '172.31.255.255',
  '192.0.0.8',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.0.0',
  '192.168.255.255',
  '198.18.0.0',
  '198.19.255.255',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.0',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:1.1.1.1',
  '::ffff:a00:1',
  '::7f00:1',
  '64:ff9b::a00:1',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:1ff:ffff::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  '4000::1',
  'fc00::1',
  'fdff::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  '',
  'exemple.fr',
  '127.1',
  '0x7f.0.0.1',
]

it.each(PUBLIC)('takes %s for an address of the internet', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

it.each(NOT_PUBLIC)('takes « %s » for none', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

it('knows this machine by its names and addresses, as URLs have them', () => {
  for (const text of [
    'localhost',
    'LOCALHOST',
    'a.localhost',
    'localhost.',
    '127.1',
    '2130706433',
    '0x7f.1',
    '[::1]',
  ]) {
    expect(isLoopbackHost(new URL(`https://${text}/`).hostname), text).toBe(true)
  }
  for (const text of ['exemple.fr', 'localhost.exemple.fr', '10.0.0.1', '[::ffff:127.0.0.1]']) {
    expect(isLoopbackHost(new URL(`https://${text}/`).hostname), text).toBe(false)
  }
})
