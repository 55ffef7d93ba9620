import { ROLE_MODEL } from './role-model.generated.ts'
import { STATUS_MODEL } from './status-model.generated.ts'

/** The fitted weights of the engine, handed in so that a measurement can leave out the job descriptions it measures. */
export interface Models {
  /** One row of weights a status; see features.ts. */
  status: readonly (readonly number[])[]
  /** Weights of the logistic over a role; see relevant-roles.ts. */
  role: readonly number[]
}

export const fittedModels: Models = { status: STATUS_MODEL, role: ROLE_MODEL }
