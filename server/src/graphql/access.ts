import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import type { Audienced } from '../platform/audience.ts';
import { readable } from '../platform/readable.ts';
import { isSignedIn, type Viewer } from '../platform/viewer.ts';
import { Refusal } from '../platform/refusal.ts';
import type { GraphQLContext } from './context.ts';
import { type FieldType, isLeafType } from './field-type.ts';

/**
 * Who may see a field: everyone, those who may see its parent, or those for whom the function says so. A denied field
 * is null where it may be, an error where it may not, and an error for the signed out who only need to sign in.
 */
export type Access<Parent = never> =
  'everyone' | 'parent' | ((parent: Parent, viewer: Viewer, context: GraphQLContext) => boolean | Promise<boolean>);

/** Whoever may read what every employee may read. */
export function readers(_parent: unknown, viewer: Viewer): boolean {
  return viewer.canRead;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Pothos is extended so
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      access: AccessPlugin<Types>;
    }
    interface FieldOptions<Types extends SchemaTypes, ParentShape> {
      /** Who may see this field. Default: what its type says. */
      access?: Access<ParentShape>;
    }
    interface BaseTypeOptions {
      /** Who may see the fields of this type that do not say it themselves. */
      access?: Access;
      /** Whether its objects have readers: then they are asked for wherever one is returned. */
      hasAudience?: boolean;
    }
  }
}

/**
 * Enforces `access`, and leaves it in the schema's extensions for the test that every field has one. Objects with readers are
 * not there for anybody else, whoever found them.
 */
class AccessPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const access = this.#accessOf(field);
    return access === undefined ? field : { ...field, extensions: { ...field.extensions, access } };
  }

  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    return this.#guarded(this.#checked(resolve, field), field);
  }

  #checked(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    const access = this.#accessOf(field);
    if (typeof access !== 'function') return resolve;
    const { nullable } = field.type;
    return (parent, args, context, info) => {
      const { viewer } = context as GraphQLContext;
      const answer = (may: boolean) => (may ? resolve(parent, args, context, info) : denied(viewer, Boolean(nullable)));
      const may = access(parent as never, viewer, context as GraphQLContext);
      return typeof may === 'boolean' ? answer(may) : may.then(answer);
    };
  }

  /** Lets out what the viewer may read, and nothing else. */
  #guarded(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    let hasAudience: boolean | null = null;
    if (isLeafType(field.type)) return resolve;
    return (parent, args, context, info) => {
      const value = resolve(parent, args, context, info) as unknown;
      // Not before the whole schema is known.
      hasAudience ??= this.#hasAudience(field.type);
      if (!hasAudience) return value;
      const { viewer } = context as GraphQLContext;
      return value instanceof Promise ? value.then((found) => shown(viewer, found)) : shown(viewer, value);
    };
  }

  /** Interfaces and unions may have such objects among them. */
  #hasAudience(type: FieldType): boolean {
    if (type.kind === 'List') return this.#hasAudience(type.type as FieldType);
    if (type.kind !== 'Object') return true;
    const { pothosOptions } = this.buildCache.getTypeConfig(type.ref as never);
    return (pothosOptions as { hasAudience?: boolean }).hasAudience ?? false;
  }

  #accessOf(field: PothosOutputFieldConfig<Types>): Access | undefined {
    const own = (field.pothosOptions as { access?: Access }).access;
    if (own !== undefined) return own;
    const type = this.buildCache.getTypeConfig(field.parentType as never);
    return (type.pothosOptions as { access?: Access }).access;
  }
}

/** What stands for a field that the viewer may not see. */
function denied(viewer: Viewer, isNullable: boolean): null {
  if (!isSignedIn(viewer) && !viewer.canRead) throw new Refusal('UNAUTHENTICATED', 'Sign in to see this.');
  if (isNullable) return null;
  throw new Refusal('FORBIDDEN', 'You may not see this.');
}

/** The same, with null for each thing that the viewer may not read: an error where there has to be one. */
function shown(viewer: Viewer, value: unknown): unknown {
  if (Array.isArray(value)) {
    const values = value.map((each) => shown(viewer, each));
    return values.some((each) => each instanceof Promise) ? Promise.all(values) : values;
  }
  if (!isAudienced(value)) return value;
  return readable(viewer, value);
}

function isAudienced(value: unknown): value is Audienced {
  return typeof value === 'object' && value !== null && 'audience' in value && 'ownAudience' in value;
}

SchemaBuilder.registerPlugin('access', AccessPlugin);
