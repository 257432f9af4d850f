const nothing = (): void => undefined

/** For what must log, in tests that look at something else. */
export const silentLogger = { debug: nothing, info: nothing, warn: nothing, error: nothing }
