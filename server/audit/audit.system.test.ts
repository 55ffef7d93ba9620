import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import type { KeyDeps } from '../api-keys/key-deps.ts'
import type { Transaction } from '../db/open.ts'
import { auditHeads, auditLog } from '../db/schema.ts'
import { forEachDatabase } from '../testing/databases.ts'
import { testKeyDeps, testWorkspace } from '../testing/key-deps.ts'
import { recordAudit } from './record-audit.ts'
import { verifyAuditChain } from './verify-audit-chain.ts'

forEachDatabase('the audit log', (open) => {
  let deps: KeyDeps
  beforeAll(async () => {
    deps = await testKeyDeps(await open())
  })

  const append = (workspace_id: string, action: string) =>
    deps.database.inWorkspace(workspace_id, (tx) =>
      recordAudit(tx, deps.keyring, deps.clock(), {
        workspace_id,
        actor: 'cli',
        action,
        detail: { b: 1, a: ['x'], n: null },
      }),
    )
  const chainOf = async () => {
    const { id } = await testWorkspace(deps)
    for (const action of ['a.one', 'a.two', 'a.three']) await append(id, action)
    return id
  }
  const verify = (id: string) => verifyAuditChain(deps.database, deps.keyring, id)
  /** As someone with full power over the database would. */
  const tamper = (fn: (tx: Transaction) => Promise<unknown>) =>
    deps.database.transaction(async (tx) => {
      await tx.execute(sql`alter table audit_log disable trigger audit_log_append_only`)
      await fn(tx)
      await tx.execute(sql`alter table audit_log enable trigger audit_log_append_only`)
    })
  const entry = (id: string, seq: number) => and(eq(auditLog.workspace_id, id), eq(auditLog.seq, seq))

  it('verifies what was recorded', async () => {
    const id = await chainOf()
    // The first entry tells of the workspace itself.
    expect(await verify(id)).toEqual({ workspace_id: id, is_intact: true, entries: 4, broken_at: null })
  })

  it('refuses changes, removals and truncation', async () => {
    const id = await chainOf()
    const attempts = [
      (tx: Transaction) => tx.update(auditLog).set({ actor: 'nobody' }).where(entry(id, 1)),
      (tx: Transaction) => tx.delete(auditLog).where(entry(id, 1)),
      (tx: Transaction) => tx.execute(sql`truncate audit_log`),
    ]
    for (const attempt of attempts)
      await expect(deps.database.transaction(attempt as (tx: Transaction) => Promise<unknown>)).rejects.toThrow()
    expect(await verify(id)).toMatchObject({ is_intact: true })
  })

  it('shows a changed entry', async () => {
    const id = await chainOf()
    await tamper((tx) => tx.update(auditLog).set({ actor: 'nobody' }).where(entry(id, 2)))
    expect(await verify(id)).toMatchObject({ is_intact: false, broken_at: 2 })
  })

  it('shows a removed entry, in the middle and at the end', async () => {
    const [middle, end] = [await chainOf(), await chainOf()]
    await tamper((tx) => tx.delete(auditLog).where(entry(middle, 2)))
    await tamper((tx) => tx.delete(auditLog).where(entry(end, 4)))
    expect(await verify(middle)).toMatchObject({ is_intact: false, broken_at: 2 })
    expect(await verify(end)).toMatchObject({ is_intact: false, broken_at: 4 })
  })

  it('shows a chain that was cut off together with its head', async () => {
    const id = await chainOf()
    await tamper(async (tx) => {
      await tx.delete(auditLog).where(entry(id, 4))
      await tx.update(auditHeads).set({ seq: 3 }).where(eq(auditHeads.workspace_id, id))
    })
    expect(await verify(id)).toMatchObject({ is_intact: false })
  })

  it('keeps one chain without gaps when many write at once', async () => {
    const { id } = await testWorkspace(deps)
    await Promise.all(Array.from({ length: 20 }, (_, i) => append(id, `a.n${i}`)))
    expect(await verify(id)).toMatchObject({ is_intact: true, entries: 21 })
  })

  it('forgets the entry of a transaction that was rolled back', async () => {
    const id = await chainOf()
    const failing = deps.database.inWorkspace(id, async (tx) => {
      await recordAudit(tx, deps.keyring, deps.clock(), { workspace_id: id, actor: 'cli', action: 'a.undone' })
      throw new Error('undone')
    })
    await expect(failing).rejects.toThrow('undone')
    await append(id, 'a.four')
    expect(await verify(id)).toMatchObject({ is_intact: true, entries: 5 })
  })
})
