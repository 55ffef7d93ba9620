import Table from 'cli-table3'
import { printable } from '../printable.ts'

/** Rows below a header, without lines, for a terminal. */
export function listTable(head: string[], rows: string[][]): string {
  const none = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '' }
  const blank = { 'bottom-left': '', 'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '' }
  const chars = { ...none, ...blank, 'right-mid': '', middle: '  ' }
  const table = new Table({ head, chars, style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 } })
  for (const row of rows) table.push(row.map(printable))
  return table.toString()
}
