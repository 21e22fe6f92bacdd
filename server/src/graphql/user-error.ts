import { userErrorCodes } from '../platform/refusal.ts';
import type { Builder } from './builder.ts';

export function defineUserError(builder: Builder): void {
  builder.enumType('UserErrorCode', { description: 'Why a mutation was refused.', values: userErrorCodes });
  builder.objectType('UserError', {
    description: 'A refusal that was to be expected, said so that a person can act on it.',
    access: 'everyone',
    fields: (t) => ({
      code: t.field({ type: 'UserErrorCode', resolve: (error) => error.code }),
      message: t.exposeString('message', { description: 'In English; widgets translate the code.' }),
      field: t.exposeStringList('field', {
        nullable: true,
        description: 'The path of the input field, if one is at fault.',
      }),
      retryAfter: t.exposeInt('retryAfter', {
        nullable: true,
        description: 'After how many seconds to try again; null if waiting does not help.',
      }),
    }),
  });
}
