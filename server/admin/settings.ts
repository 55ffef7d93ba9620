// The command line reads the same settings as the server; this folder is all that it knows of the server.
export { readConfig } from '../config.ts'
