import SchemaBuilder from '@pothos/core';
import type { PageInfo } from '../platform/connection.ts';
import type { GlobalId } from '../platform/ids.ts';
import type { UserError, UserErrorCode } from '../platform/refusal.ts';
import type { LocalDate } from '../platform/zoned-time.ts';
import './access.ts';
import './counting.ts';
import type { GraphQLContext } from './context.ts';

/**
 * Object types by their name in the schema. A module adds its own, so that any other can name them as a string:
 * `declare module '…/graphql/builder.ts' { interface SchemaObjects { Comment: Comment } }`.
 */
export interface SchemaObjects {
  PageInfo: PageInfo;
  UserError: UserError;
}

/** Interfaces by their name; filled as `SchemaObjects` is. */
export interface SchemaInterfaces {
  Node: object;
}

/** Input objects by their name; filled as `SchemaObjects` is. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- modules fill it
export interface SchemaInputs {}

/** Scalars and enums by their name, as they come in and as they go out; filled as `SchemaObjects` is. */
export interface SchemaScalars {
  ID: { Input: GlobalId; Output: GlobalId };
  /** Milliseconds since 1970 in the server, ISO 8601 outside. */
  DateTime: { Input: number; Output: number };
  /** `2026-12-07` on both sides. */
  Date: { Input: LocalDate; Output: LocalDate };
  UserErrorCode: { Input: UserErrorCode; Output: UserErrorCode };
}

interface BuilderTypes {
  Context: GraphQLContext;
  Objects: SchemaObjects;
  Interfaces: SchemaInterfaces;
  Inputs: SchemaInputs;
  Scalars: { [Name in keyof SchemaScalars]: SchemaScalars[Name] };
  DefaultFieldNullability: false;
}

/** An empty Pothos builder of our types. */
export function createBuilder() {
  return new SchemaBuilder<BuilderTypes>({ plugins: ['access', 'counting'], defaultFieldNullability: false });
}

export type Builder = ReturnType<typeof createBuilder>;

/** The Pothos type parameter of a builder, which its helpers need to name its fields. */
export type BuilderTypesOf<B> = B extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;
