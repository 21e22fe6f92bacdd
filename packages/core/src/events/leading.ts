/** The clients of which this tab holds the stream for all tabs of the browser. */
export const leading = new WeakSet<object>();
