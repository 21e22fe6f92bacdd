/** The number of rows of a table. */
export interface TableCount {
  table: string;
  rows: number;
}
