import type { Strategy } from './strategy.ts';
import { ANONYMOUS, STRANGER } from '../platform/viewer.ts';

/** Accepts every request as anonymous, with or without the right to read. */
export function anonymousStrategy(sees: 'none' | 'read'): Strategy {
  const viewer = sees === 'read' ? ANONYMOUS : STRANGER;
  return { identify: async () => viewer };
}
