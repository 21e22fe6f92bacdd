/** Whether a text has the form of a position in the log. */
export function isCursor(text: string): boolean {
  return /^\d{1,15}-\d{1,15}$/.test(text);
}

/** Below 0 if `a` comes before `b`. Both must be cursors. */
export function compareCursors(a: string, b: string): number {
  const [firstOfA, secondOfA] = parts(a);
  const [firstOfB, secondOfB] = parts(b);
  return firstOfA - firstOfB || secondOfA - secondOfB;
}

function parts(cursor: string): [number, number] {
  const dash = cursor.indexOf('-');
  return [Number(cursor.slice(0, dash)), Number(cursor.slice(dash + 1))];
}
