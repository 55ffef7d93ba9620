/** The server's semantic version; the path `/v1` is the version of the API. */
export const serverVersion = '0.1.0'
