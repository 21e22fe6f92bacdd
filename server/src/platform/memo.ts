/**
 * What a pure function answered, by its argument: for small conversions that the same rows need at each read.
 *
 * @param longest - Of an argument, in characters: longer ones are converted each time, so that what is kept stays small.
 */
export function memo<Key extends string | number, Value extends NonNullable<unknown>>(
  convert: (key: Key) => Value,
  capacity = 10_000,
  longest = Infinity,
): (key: Key) => Value {
  // Two halves, the older one forgotten as a whole: an order of use costs more than most conversions, above all where
  // so much is read that hardly anything comes twice.
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
