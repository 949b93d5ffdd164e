/** Who does something to a store, and from where: what the journal and the audit log tell of every run. */
export interface Actor {
  /** Login of the operator. */
  operator: string;
  /** The account of the system that handover runs under. */
  account: string;
  /** The account that somebody logged in with, where sudo or su has changed it since; else null. */
  realAccount: string | null;
  host: string;
}
