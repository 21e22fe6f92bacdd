/** Whether a place in the log of events comes after another. Cursors are two whole numbers, `1700000000000-42`. */
export function isAfter(one: string, other: string): boolean {
  const [start = 0, count = 0] = one.split('-').map(Number);
  const [otherStart = 0, otherCount = 0] = other.split('-').map(Number);
  return start > otherStart || (start === otherStart && count > otherCount);
}
