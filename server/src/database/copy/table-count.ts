/** How many rows a table has. */
export interface TableCount {
  table: string;
  rows: number;
}
