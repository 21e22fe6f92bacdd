import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import { defaultFieldResolver, type GraphQLFieldResolver } from 'graphql';
import type { GraphQLContext } from './context.ts';
import { type FieldType, isLeafType } from './field-type.ts';
import { listArgumentRule } from './list-arguments.ts';
import { type RequestBudget, valueBytes } from './request-budget.ts';
import { shownBytes, textBytes } from './text-bytes.ts';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Pothos is extended so
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      counting: CountingPlugin<Types>;
    }
    interface FieldOptions<Types extends SchemaTypes, ParentShape> {
      /** How long a list without `first` and `last` may be. The cost of a document counts it so. */
      size?: number;
      /** Whether it reads from the database for each parent by itself, instead of by a loader. */
      reads?: boolean;
      /** How long the list in an argument may be, where that is not 100. */
      argumentSize?: number;
      /** Whether it is a text that may be long: it is counted where it is asked for, others with their object. */
      isLong?: boolean;
    }
  }
}

type Resolver = GraphQLFieldResolver<unknown, GraphQLContext, object>;
type Count = (budget: RequestBudget, value: unknown) => void;

/** Counts what comes of every field, against the budget of its request; leaves `size` in the schema's extensions. */
class CountingPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  /** The texts that objects have as they are, by type: their fields have no resolver, so that the compiler reads them itself. */
  readonly #shown = new Map<string, string[]>();

  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const { size, isLong = false } = field.pothosOptions as { size?: number; isLong?: boolean };
    if (isShown(field) && !isLong && isTextType(field.type)) {
      const names = this.#shown.get(field.parentType);
      if (names) names.push(field.name);
      else this.#shown.set(field.parentType, [field.name]);
    }
    return size === undefined ? field : { ...field, extensions: { ...field.extensions, size } };
  }

  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    const { reads = false, isLong = false, argumentSize } = field.pothosOptions as FieldCounting;
    const isLeaf = isLeafType(field.type);
    if (isLeaf && isShown(field) && !isLong) return resolve;
    const listRule = listArgumentRule(field.args, this.buildCache, argumentSize);
    const inner = resolve as Resolver;
    const checked: Resolver = listRule
      ? (parent, args, context, info) => {
          listRule(args);
          return inner(parent, args, context, info);
        }
      : inner;
    const gated: Resolver = reads ? (...call) => call[2].budget.reading(() => checked(...call)) : checked;
    if (!isLeaf) return countedComposite(gated, this.#countOf(field.type, reads)) as typeof resolve;
    return (isTextType(field.type) ? countedLeaf(gated, countText) : gated) as typeof resolve;
  }

  #countOf(type: FieldType, reads: boolean): Count {
    let shown: readonly string[] | null = null;
    return (budget, value) => {
      if (value === null || value === undefined) return;
      budget.addObjects(Array.isArray(value) ? value.length : 1);
      // Not before the whole schema is known.
      shown ??= this.#shownOf(type);
      if (shown.length > 0) budget.addShown(shownBytes(value, shown));
      if (reads) budget.addRead(textBytes(value));
    };
  }

  /** Of an interface or union: what any type has. */
  #shownOf(type: FieldType): readonly string[] {
    if (type.kind === 'List') return this.#shownOf(type.type as FieldType);
    const name = this.buildCache.getTypeConfig(type.ref as never).name;
    return type.kind === 'Object' ? (this.#shown.get(name) ?? []) : [...new Set([...this.#shown.values()].flat())];
  }
}

/** Most fields are these: they cost a call and an addition. */
function countedLeaf(resolve: Resolver, count: Count): Resolver {
  return (parent, args, context, info) => {
    const { budget } = context;
    try {
      const value = resolve(parent, args, context, info);
      if (value instanceof Promise) return counted(value, budget, count);
      count(budget, value);
      return value;
    } catch (error) {
      budget.addFailure();
      throw error;
    }
  };
}

function countedComposite(resolve: Resolver, count: Count): Resolver {
  const inner = countedLeaf(resolve, count);
  return (parent, args, context, info) => {
    context.budget.check();
    return inner(parent, args, context, info);
  };
}

async function counted(promise: Promise<unknown>, budget: RequestBudget, count: Count): Promise<unknown> {
  try {
    const value = await promise;
    count(budget, value);
    return value;
  } catch (error) {
    budget.addFailure();
    throw error;
  }
}

interface FieldCounting {
  reads?: boolean;
  isLong?: boolean;
  argumentSize?: number;
}

/** Numbers and the like are counted with their object. */
const small = new Set<unknown>(['Int', 'Float', 'Boolean', 'DateTime']);

function isTextType({ kind, type, ref }: FieldType): boolean {
  if (kind === 'List') return isTextType(type as FieldType);
  return kind === 'Scalar' && !small.has((ref as { name?: string }).name);
}

/** Whether a field is a property of its object, read by nobody's code. */
function isShown({ resolve }: { resolve?: unknown }): boolean {
  return resolve === undefined || resolve === defaultFieldResolver;
}

function countText(budget: RequestBudget, value: unknown): void {
  if (!Array.isArray(value)) return budget.addText(value);
  for (const text of value) {
    budget.addBytes(valueBytes);
    budget.addText(text);
  }
}

SchemaBuilder.registerPlugin('counting', CountingPlugin);
