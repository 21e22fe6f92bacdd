/** A cell of a grid whose rows differ in length. */
export interface CellPosition {
  row: number;
  column: number;
}

const PAGE = 5;

/**
 * Where a key leads from a cell, as the ARIA practices say for grids: `out` above the first row, nothing when the key
 * is not one of the grid's.
 */
export function moveInGrid(
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  { row, column }: CellPosition,
  rowLengths: readonly number[],
  isRtl: boolean,
): CellPosition | 'out' | undefined {
  const lastRow = rowLengths.length - 1;
  const to = (newRow: number, newColumn: number): CellPosition => {
    const inRow = Math.max(0, Math.min(newRow, lastRow));
    return { row: inRow, column: Math.max(0, Math.min(newColumn, rowLengths[inRow]! - 1)) };
  };
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return row ? to(row - 1, column) : 'out';
    case 'ArrowRight':
      return to(row, column + (isRtl ? -1 : 1));
    case 'ArrowLeft':
      return to(row, column + (isRtl ? 1 : -1));
    case 'Home':
      return to(ctrlKey ? 0 : row, 0);
    case 'End':
      return to(ctrlKey ? lastRow : row, Infinity);
    case 'PageDown':
      return to(row + PAGE, column);
    case 'PageUp':
      return to(row - PAGE, column);
    case 'Escape':
      return 'out';
    default:
      return undefined;
  }
}
