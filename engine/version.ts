/** Version of the scoring; a change that moves scores is at least a minor step. Stored with every evaluation. */
export const ENGINE_VERSION = '0.1.0'
