export * from './close-codes.ts'
export * from './fields.ts'
export * from './model.ts'
