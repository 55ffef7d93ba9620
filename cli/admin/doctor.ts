import type { Check } from '@innohire/server/admin/doctor.ts'
import { Command } from 'commander'

const marks: Record<Check['status'], string> = { ok: 'ok     ', warning: 'warning', problem: 'PROBLEM' }

/** `innohire doctor`: what is wrong with the installation, and what to do. */
export const doctorCommand = (): Command =>
  new Command('doctor')
    .description('Examine the installation and say what to do; exit code 1 where there is a problem')
    .option('--json', 'print JSON')
    .action(async (options: { json?: true }) => {
      const { examine } = await import('@innohire/server/admin/doctor.ts')
      const checks = await examine(process.env, new Date())
      const lines = checks.map(({ name, status, message }) => `${marks[status]}  ${name.padEnd(14)}  ${message}`)
      console.log(options.json ? JSON.stringify(checks, null, 2) : lines.join('\n'))
      if (checks.some((check) => check.status === 'problem')) process.exitCode = 1
    })
