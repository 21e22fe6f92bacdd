import { type Audience, defaultReaders } from '../../../platform/audience.ts';

/** Who reads pages without a rule. */
export function readersWithoutRule(
  config: Parameters<typeof defaultReaders>[0] & { readonly defaultAudience: 'everyone' | 'employees' | 'none' | null },
): Audience {
  if (config.defaultAudience === 'none') return 'nobody';
  return config.defaultAudience ?? defaultReaders(config);
}
