/** Ends of lines that nobody ends a thought with: "experience with" before "Java". */
export const LEADS_ON = /(?:,|&|\b(?:and|or|of|the|an?|to|with|in|for|on|at|by|from|as|using|including))\s*$/
