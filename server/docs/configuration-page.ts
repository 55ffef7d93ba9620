import { settings } from '../config.ts'

interface Row {
  doc: string
  default?: string
  defaultDoc?: string
}

/** docs/configuration.md, rendered from the table in config.ts. */
export const configurationMarkdown = (): string =>
  `# Configuration

Settings are environment variables; an empty one counts as absent. Rendered from server/config.ts by \`npm run docs:render\`.
One option stands on the command line: \`npm start -- --role=all|api|worker\` (default \`all\`); \`api\` and \`worker\` need DATABASE_URL.

| name | meaning | default |
|---|---|---|
${Object.entries<Row>(settings)
  .map(([name, row]) => `| ${name} | ${row.doc.replaceAll('|', '\\|')} | ${row.defaultDoc ?? row.default ?? ''} |`)
  .join('\n')}
`
