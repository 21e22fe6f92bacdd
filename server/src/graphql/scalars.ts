import { GraphQLError } from 'graphql';
import { memo } from '../platform/memo.ts';
import { isDate } from '../platform/zoned-time.ts';
import type { Builder } from './builder.ts';

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

const isoString = memo((milliseconds: number) => new Date(milliseconds).toISOString());

export function defineScalars(builder: Builder): void {
  builder.scalarType('DateTime', {
    description: 'A moment, as an ISO 8601 string in UTC with milliseconds: `2026-11-18T09:30:00.000Z`.',
    serialize: isoString,
    parseValue: (value) => {
      if (typeof value !== 'string' || !moment.test(value) || Number.isNaN(Date.parse(value))) {
        throw new GraphQLError('A DateTime is an ISO 8601 string such as 2026-11-18T09:30:00.000Z.');
      }
      return Date.parse(value);
    },
  });
  builder.scalarType('Date', {
    description: 'A day of the calendar, without a time zone: `2026-12-07`.',
    serialize: String,
    parseValue: (value) => {
      if (typeof value !== 'string' || !isDate(value)) throw new GraphQLError('A Date is a day such as 2026-12-07.');
      return value;
    },
  });
}
