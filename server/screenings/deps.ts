import type { EvaluationInput, EvaluationResult } from '@innohire/engine'
import type { Deps } from '../context.ts'

/** What screenings stand on. */
export type ScreeningDeps = Pick<Deps, 'database' | 'keyring' | 'clock' | 'log' | 'queue' | 'egress' | 'outcomes'>

/** What the evaluation of their items needs besides. */
export interface ItemDeps extends ScreeningDeps {
  reader: Deps['reader']
  evaluate(input: EvaluationInput, signal: AbortSignal): Promise<EvaluationResult>
  /** Only for the control of bench/faults, which shows what happens without the fence. */
  is_unfenced?: true
}
