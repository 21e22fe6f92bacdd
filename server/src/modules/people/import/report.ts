export interface ImportOptions {
  /** Reads and compares everything, but writes nothing. */
  dryRun?: boolean;
  /** The encoding of the file, if known. */
  encoding?: string | undefined;
  /** `Their column=field`, for unknown columns. */
  map?: readonly string[];
  /** Handles of people who are the same in the file, even if name and mail address have changed. */
  samePerson?: readonly string[];
  /**
   * Marks people as departed who are in the directory but not in the file, unless they are more than this share of it, in
   * percent.
   */
  departMissing?: { limit: number } | undefined;
  /** Gets the number of rows read so far. */
  onProgress?: (rows: number) => void;
  /** Gets each added or changed person, as they are found. */
  onChange?: (change: ImportChange) => void;
}

export interface ImportChange {
  line: number;
  handle: string;
  change: 'added' | 'updated';
  /** The changed fields of an updated person. */
  fields: string[];
}

export interface ImportProblem {
  line: number;
  reason: string;
  /** Whether the whole row was skipped, or only what the reason names. */
  leftOut: boolean;
}

/** The result of an import or a dry run. */
export interface ImportReport {
  rows: number;
  added: number;
  updated: number;
  unchanged: number;
  /** Skipped rows. */
  refused: number;
  /** Active people of the directory who are not in the file. */
  missing: number;
  /** How many of them were marked as departed. */
  departed: number;
  /** Whether none were marked because they were too many: then the file is probably incomplete. */
  tooManyMissing: boolean;
  /** Notices about the whole file: its encoding, its columns, missing people. */
  notices: string[];
  /** What was skipped on which line, in order. */
  problems: ImportProblem[];
}
