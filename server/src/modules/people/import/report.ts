export interface ImportOptions {
  /** Reads and compares everything and writes nothing. */
  dryRun?: boolean;
  /** The encoding of the file, where it is known. */
  encoding?: string | undefined;
  /** `Their column=field`, for columns that are not known. */
  map?: readonly string[];
  /** Handles of people who are the same in the file, whatever else of them changed. */
  samePerson?: readonly string[];
  /** Marks those as departed who are in the directory and not in the file, unless more than this share of it would be. */
  departMissing?: { limit: number } | undefined;
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
  /** Whether the whole row was left out, or only what the reason names. */
  leftOut: boolean;
}

/** What an import did, or would do. */
export interface ImportReport {
  rows: number;
  added: number;
  updated: number;
  unchanged: number;
  /** Rows of which nothing was taken. */
  refused: number;
  /** Active people of the directory of whom the file says nothing. */
  missing: number;
  /** How many of them were marked as departed. */
  departed: number;
  /** Whether none was marked since they were too many: a file that is not whole looks like that. */
  tooManyMissing: boolean;
  /** What there is to say of the whole file: its encoding, its columns, who is missing. */
  notices: string[];
  /** What was not taken of which line, in their order. */
  problems: ImportProblem[];
}
