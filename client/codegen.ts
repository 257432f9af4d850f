import type { CodegenConfig } from '@graphql-codegen/cli'

/** Typed documents from the schema that the server prints; `npm run generate` writes them to src/gql. */
const config: CodegenConfig = {
  schema: '../schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/gql/**', '!src/**/*.test.ts'],
  ignoreNoDocuments: true,
  generates: {
    './src/gql/possible-types.ts': { plugins: ['./codegen/possible-types.mjs'] },
    './src/gql/registered-operations.json': { plugins: ['./codegen/registered-operations.mjs'] },
    './src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { Date: 'string', DateTime: 'string', UUID: 'string', ID: 'string', Decimal: 'string' },
      },
    },
  },
}

export default config
