// For INNOHIRE_BOOTSTRAP_API_KEY: the command line makes keys without a server.
export { generateKey } from '../api-keys/key-format.ts'
