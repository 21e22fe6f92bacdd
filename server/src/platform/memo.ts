/**
 * Caches the results of a pure function by argument, for small conversions that the same rows need at each read.
 *
 * @param longest - The longest argument to cache, in characters, so that the cache stays small.
 */
export function memo<Key extends string | number, Value extends NonNullable<unknown>>(
  convert: (key: Key) => Value,
  capacity = 10_000,
  longest = Infinity,
): (key: Key) => Value {
  // Two halves, of which the older one is dropped as a whole: an LRU would cost more than most conversions.
  let recent = new Map<Key, Value>();
  let former = recent;
  return (key) => {
    if (typeof key === 'string' && key.length > longest) return convert(key);
    let value = recent.get(key);
    if (value !== undefined) return value;
    value = former.get(key) ?? convert(key);
    if (recent.size >= capacity / 2) {
      former = recent;
      recent = new Map();
    }
    recent.set(key, value);
    return value;
  };
}
