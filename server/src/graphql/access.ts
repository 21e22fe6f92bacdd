import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { isSignedIn, type Viewer } from '../platform/viewer.ts';
import { Refusal } from '../platform/refusal.ts';
import type { GraphQLContext } from './context.ts';

/**
 * Who may see a field: everyone, those who may see its parent, or those for whom the function says so. A denied field
 * is null where it may be, an error where it may not, and an error for the signed out who only need to sign in.
 */
export type Access<Parent = never> = 'everyone' | 'parent' | ((parent: Parent, viewer: Viewer) => boolean);

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
    }
  }
}

/** Enforces `access`, and leaves it in the schema's extensions for the test that every field has one. */
class AccessPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const access = this.#accessOf(field);
    return access === undefined ? field : { ...field, extensions: { ...field.extensions, access } };
  }

  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    const access = this.#accessOf(field);
    if (typeof access !== 'function') return resolve;
    const { nullable } = field.type;
    return (parent, args, context, info) => {
      const { viewer } = context as GraphQLContext;
      if (access(parent as never, viewer)) return resolve(parent, args, context, info);
      if (!isSignedIn(viewer) && !viewer.canRead) throw new Refusal('UNAUTHENTICATED', 'Sign in to see this.');
      if (nullable) return null;
      throw new Refusal('FORBIDDEN', 'You may not see this.');
    };
  }

  #accessOf(field: PothosOutputFieldConfig<Types>): Access | undefined {
    const own = (field.pothosOptions as { access?: Access }).access;
    if (own !== undefined) return own;
    const type = this.buildCache.getTypeConfig(field.parentType as never);
    return (type.pothosOptions as { access?: Access }).access;
  }
}

SchemaBuilder.registerPlugin('access', AccessPlugin);
