declare module '../database/database.ts' {
  interface Database {
    job: JobTable;
  }
}

/** Work that waits or is under way. What is done has no row. */
export interface JobTable {
  id: string;
  kind: string;
  /** Jobs of one kind and key wait once. */
  key: string | null;
  /** JSON */
  payload: string;
  /** When it may be taken: once it is due or, while a process has it, when the lease of that process ends. Null when it is dead. */
  due_at: number | null;
  /** The process that has leased it; empty while it waits. */
  owner: string;
  /** How often it was taken. */
  attempts: number;
  /** Why it failed the last time. */
  failure: string | null;
  /** When it was given up. */
  dead_at: number | null;
  created_at: number;
}
