import { BlockList, isIP, isIPv4 } from 'node:net'

/** IANA's registries of special-purpose addresses: what no receiver on the internet has, or what leads back inside. */
const SPECIAL_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
] as const

/** The only IPv6 addresses that are given out: all others are local, multicast, or hold an IPv4 one. */
const GLOBAL_IPV6 = '2000::/3'

/** Of those: protocols (Teredo, 6to4, which hold an IPv4 address), and what documentation uses. */
const SPECIAL_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'] as const

const specialIpv4 = networks(SPECIAL_IPV4, 'ipv4')
const globalIpv6 = networks([GLOBAL_IPV6], 'ipv6')
const specialIpv6 = networks(SPECIAL_IPV6, 'ipv6')
const loopback = networks(['127.0.0.0/8'], 'ipv4')

/** Whether an IP address is one of the public internet. A text that is no address is not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !specialIpv4.check(address, 'ipv4')
  return isIP(address) === 6 && globalIpv6.check(address, 'ipv6') && !specialIpv6.check(address, 'ipv6')
}

/** Whether an IP address is this machine's own. */
export function isLoopbackAddress(address: string): boolean {
  return isIPv4(address) ? loopback.check(address, 'ipv4') : address === '::1'
}

/** Whether a host, as a URL has it, names this machine whatever a resolver says. */
export function isLoopbackHost(hostname: string): boolean {
  const name = nameOf(hostname)
  return name === 'localhost' || name.endsWith('.localhost') || isLoopbackAddress(name)
}

/** A host as a URL has it, without the brackets of an IPv6 address and the dot of a whole name. */
export function nameOf(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')
}

function networks(subnets: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const subnet of subnets) {
    const [network = '', prefix] = subnet.split('/')
    list.addSubnet(network, Number(prefix), family)
  }
  return list
}
