import type { Viewer } from '../platform/viewer.ts';
import type { Caller } from '../platform/caller.ts';
import type { RateLimit } from '../platform/rate-limit.ts';
import type { RequestBudget } from './request-budget.ts';

/**
 * The services of all modules by module name. Each module adds its own:
 * `declare module '…/graphql/context.ts' { interface Services { walls: WallService } }`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- modules fill it
export interface Services {}

/** What batches reads for one request, by module name; filled as `Services` is. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- modules fill it
export interface Loaders {}

/** What resolvers get beside their arguments. */
export interface GraphQLContext {
  readonly viewer: Viewer;
  readonly services: Services;
  /** Made anew after each mutation field, since what they hold is then of before. */
  loaders: Loaders;
  readonly createLoaders: () => Loaders;
  /** Of mutations. */
  readonly rateLimit: RateLimit;
  readonly searchLimit: RateLimit;
  /** Whom limits are counted for. */
  readonly caller: Caller;
  /** What is left for this request. */
  readonly budget: RequestBudget;
  /** Whether the viewer may read the schema, and is told what there is where a name is wrong. */
  readonly seesSchema: boolean;
  readonly requestId: string;
  /** After how many seconds to try again what was refused in this request; 0 where waiting does not help. */
  retryAfter: number;
}
