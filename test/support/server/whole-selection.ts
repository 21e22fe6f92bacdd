import {
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** Arguments of fields that need some, by `Type.field`. */
export type Arguments = Readonly<Record<string, string>>;

const wrappers = /(?:Connection|Edge|Payload)$/;

/**
 * All that a schema lets one ask of a type, as selections of one field each. Answers are named `Type_field`, so that fields
 * of several types stand beside each other.
 */
export class WholeSelection {
  readonly #schema: GraphQLSchema;
  readonly #arguments: Arguments;

  constructor(schema: GraphQLSchema, args: Arguments) {
    this.#schema = schema;
    this.#arguments = args;
  }

  /** The object types that a field may answer. */
  typesOf(name: string): string[] {
    const type = this.#schema.getType(name)!;
    if (isAbstractType(type)) return this.#schema.getPossibleTypes(type).map((possible) => possible.name);
    return isObjectType(type) ? [type.name] : [];
  }

  /**
   * The fields of a type, each with all that is below it to a depth.
   *
   * @throws {Error} for a field that needs arguments of which nothing is said.
   */
  fieldsOf(type: string, depth: number): string[] {
    return this.#fields(type, depth, [type]);
  }

  #fields(name: string, depth: number, path: readonly string[]): string[] {
    const type = this.#schema.getType(name) as GraphQLObjectType;
    return Object.values(type.getFields()).flatMap((field) => this.#field(name, field, depth, path) ?? []);
  }

  #field(parent: string, field: GraphQLField<unknown, unknown>, depth: number, path: readonly string[]): string | null {
    const alias = wrappers.test(parent) ? field.name : `${parent}_${field.name}: ${field.name}`;
    const head = `${alias}${this.#argumentsOf(parent, field)}`;
    const types = this.typesOf(getNamedType(field.type).name);
    if (types.length === 0) return head;
    const [first] = types;
    const isWrapper = wrappers.test(first!);
    if (depth === 0 || (!isWrapper && types.every((type) => path.includes(type)))) return null;
    const inner = types
      .filter((type) => !path.includes(type))
      .map(
        (type) => `... on ${type} { ${this.#fields(type, isWrapper ? depth : depth - 1, [...path, type]).join(' ')} }`,
      );
    return `${head} { __typename ${inner.join(' ')} }`;
  }

  #argumentsOf(parent: string, { name, args }: GraphQLField<unknown, unknown>): string {
    const given = this.#arguments[`${parent}.${name}`];
    if (given !== undefined) return given && `(${given})`;
    if (args.some(isRequiredArgument)) throw new Error(`Say with which arguments ${parent}.${name} is to be asked.`);
    return args.some((argument) => argument.name === 'first') ? '(first: 3)' : '';
  }
}
