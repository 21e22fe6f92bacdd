export interface ImportOptions {
  /** Reads and compares everything and writes nothing. */
  dryRun?: boolean;
  /** Gets how many rows were read so far. */
  onProgress?: (rows: number) => void;
  /** Gets each person added or changed, as they are found. */
  onChange?: (change: ImportChange) => void;
}

export interface ImportChange {
  line: number;
  handle: string;
  change: 'added' | 'updated';
  /** What changed of somebody updated. */
  fields: string[];
}

export interface ImportProblem {
  line: number;
  reason: string;
}

/** What an import did, or would do. */
export interface ImportReport {
  rows: number;
  added: number;
  updated: number;
  unchanged: number;
  /** Rows of which nothing was taken. */
  refused: number;
  /** What is wrong with which line, in their order: why a row was refused, or its manager not taken. */
  problems: ImportProblem[];
}
