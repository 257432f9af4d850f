import { createContext, use } from 'react'
import type { Device } from './device.ts'

const DeviceContext = createContext<Device | null>(null)

export const DeviceProvider = DeviceContext.Provider

/** What this browser keeps of each account on its disk. */
export function useDevice(): Device {
  const device = use(DeviceContext)
  if (!device) throw new Error('DeviceProvider is missing above this component')
  return device
}
