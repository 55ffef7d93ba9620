import { expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

it('without any setting the server runs on 8443 with the embedded database in ./data', () => {
  expect(readConfig({})).toMatchObject({ PORT: 8443, DATA_DIR: './data', DATABASE_URL: undefined, TRUSTED_PROXIES: [] })
})

it('an empty value is an absent one', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ DATABASE_URL: undefined, PORT: 8443 })
})

it('every setting at fault is named at once, and no value is repeated', () => {
  const env = {
    PORT: '99999',
    DATABASE_URL: 'mysql://root:hunter2@db',
    TRUSTED_PROXIES: '10.0.0.0/99',
    TLS_CERT: 'c.pem',
  }
  const read = () => readConfig(env)
  expect(read).toThrow(ConfigError)
  for (const name of ['PORT', 'DATABASE_URL', 'TRUSTED_PROXIES', 'TLS_CERT and TLS_KEY']) expect(read).toThrow(name)
  expect(read).not.toThrow(/hunter2|99999/)
})
