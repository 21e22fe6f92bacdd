/**
 * What a pure function answered, by its argument: for small conversions that the same rows need at each read. When it is
 * full it starts anew, which costs less than keeping an order.
 *
 * @param longest - Of an argument, in characters: longer ones are converted each time, so that what is kept stays small.
 */
export function memo<Key extends string | number, Value>(
  convert: (key: Key) => Value,
  capacity = 10_000,
  longest = Infinity,
): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    if (typeof key === 'string' && key.length > longest) return convert(key);
    let value = known.get(key);
    if (value === undefined) {
      if (known.size >= capacity) known.clear();
      value = convert(key);
      known.set(key, value);
    }
    return value;
  };
}
