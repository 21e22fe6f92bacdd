import type { Loaders, Services } from './graphql/context.ts';
import type { RequestBudget } from './graphql/request-budget.ts';
import { type Module, none, type RequestParts } from './module.ts';
import type { Viewer } from './platform/viewer.ts';

/** Makes the loaders of one request. */
export type LoaderFactory = (viewer: Viewer, budget: RequestBudget) => Loaders;

/** Prepares what every request has: each of its loaders is made when it is first asked for, and most never are. */
export function loaderFactory(modules: readonly { module: Module; known: Services }[]): LoaderFactory {
  class RequestLoaders {
    readonly #viewer: Viewer;
    readonly #budget: RequestBudget;
    readonly #made: Partial<Record<string, unknown>> = {};

    constructor(viewer: Viewer, budget: RequestBudget) {
      this.#viewer = viewer;
      this.#budget = budget;
    }

    make(name: string, loaders: (parts: RequestParts<Services>) => unknown, services: Services): unknown {
      return (this.#made[name] ??= loaders({
        services,
        viewer: this.#viewer,
        budget: this.#budget,
        loaders: this as unknown as Loaders,
      }));
    }
  }
  for (const { module, known } of modules) {
    const { name, loaders } = module;
    if (loaders === none) continue;
    Object.defineProperty(RequestLoaders.prototype, name, {
      get(this: RequestLoaders) {
        return this.make(name, loaders, known);
      },
    });
  }
  return (viewer, budget) => new RequestLoaders(viewer, budget) as unknown as Loaders;
}
