import type { Strategy } from './strategy.ts';
import { ANONYMOUS, STRANGER } from '../platform/viewer.ts';

/** Takes everybody, and lets them read or not. */
export function anonymousStrategy(sees: 'none' | 'read'): Strategy {
  const viewer = sees === 'read' ? ANONYMOUS : STRANGER;
  return { identify: async () => viewer };
}
