import type { Module } from './module.ts';

/**
 * Modules in such an order that each comes after those that it needs, otherwise as they were.
 *
 * @throws {Error} if a module needs one that does not exist, several need each other in a circle, or two have the same name.
 */
export function byNeeds(modules: readonly Module[]): Module[] {
  const named = new Map<string, Module>(modules.map((module) => [module.name, module]));
  if (named.size < modules.length) throw new Error(`Two modules have the same name: ${duplicate(modules)}.`);
  const ordered = new Set<Module>();
  const visit = (module: Module, path: readonly string[]): void => {
    if (ordered.has(module)) return;
    if (path.includes(module.name))
      throw new Error(`Modules need each other in a circle: ${[...path, module.name].join(' → ')}.`);
    for (const need of module.needs) {
      const needed = named.get(need);
      if (!needed) throw new Error(`The module ${module.name} needs ${need}, which is not there.`);
      visit(needed, [...path, module.name]);
    }
    ordered.add(module);
  };
  for (const module of modules) visit(module, []);
  return [...ordered];
}

function duplicate(modules: readonly Module[]): string {
  const names = modules.map(({ name }) => name);
  return names.find((name, index) => names.indexOf(name) < index)!;
}
