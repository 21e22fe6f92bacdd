import { LRUCache } from 'lru-cache';

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
  const known = new LRUCache<Key, Value>({ max: capacity });
  return (key) => {
    if (typeof key === 'string' && key.length > longest) return convert(key);
    // Without an order of use, which would cost more than what is kept: the first that came is the first to go.
    let value = known.peek(key);
    if (value === undefined) known.set(key, (value = convert(key)));
    return value;
  };
}
