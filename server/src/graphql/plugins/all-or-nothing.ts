import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { unavailable } from '../error-mask.ts';

/** Answers 503 as soon as one operation could not be done for now: the whole is then sent again as it is, with the same keys. */
export function allOrNothing(): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      const away = ([result].flat() as ExecutionResult[]).find(isAway);
      if (!away) return;
      for (const { extensions } of away.errors!) extensions['http'] = { status: 503 };
      setResult({ errors: away.errors });
    },
  };
}

function isAway({ errors }: ExecutionResult): boolean {
  return errors?.some(({ extensions }) => extensions['code'] === unavailable) ?? false;
}
