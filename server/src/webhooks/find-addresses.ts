import type { Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isLoopbackAddress, isLoopbackHost, isPublicAddress, nameOf } from '../domain/webhook/public-address.ts'
import { SendingFailed } from './sending-failed.ts'

/** An address that a socket may go to. */
export interface FoundAddress {
  address: string
  family: 4 | 6
}

interface Finding {
  resolver: Pick<Resolver, 'resolve4' | 'resolve6'>
  allowLoopback: boolean
}

/**
 * The addresses of a URL's host, once each was looked at: one that is not of the internet refuses them all.
 * @throws SendingFailed (NOM_INCONNU, ADRESSE_REFUSEE)
 */
export async function findAddresses(hostname: string, { resolver, allowLoopback }: Finding): Promise<FoundAddress[]> {
  const addresses = await addressesOf(hostname, resolver)
  if (addresses.length === 0) throw new SendingFailed('NOM_INCONNU')
  const mayGo = (address: string) => isPublicAddress(address) || (allowLoopback && isLoopbackAddress(address))
  if (!addresses.every(mayGo)) throw new SendingFailed('ADRESSE_REFUSEE')
  return addresses.map((address) => ({ address, family: isIP(address) === 6 ? 6 : 4 }))
}

/** By DNS alone: what the machine's own files say of names is of inside, and its resolver would take a thread that files need. */
async function addressesOf(hostname: string, resolver: Finding['resolver']): Promise<string[]> {
  const name = nameOf(hostname)
  if (isIP(name) !== 0) return [name]
  if (isLoopbackHost(hostname)) return ['127.0.0.1']
  const none = (): string[] => []
  const [ipv4, ipv6] = await Promise.all([resolver.resolve4(name).catch(none), resolver.resolve6(name).catch(none)])
  return [...ipv4, ...ipv6]
}
