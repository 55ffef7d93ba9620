import { generate } from 'selfsigned'

/** A certificate for 127.0.0.1 that is its own authority. */
export const makeCertificate = (): Promise<{ cert: string; private: string }> =>
  generate([{ name: 'commonName', value: 'store.example' }], {
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  } as never)
