import {
  getNamedType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** Texts that have broken something somewhere. */
const texts = [
  '',
  ' ',
  'a',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u200b\ufeff',
  '％00',
  "' or 1=1 --",
  '%_\\',
  '${jndi:ldap://x}',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'x'.repeat(5_000),
  '👩‍👩‍👧‍👦'.repeat(300),
  'news',
  'company',
  'person:ana',
  'page:news',
  'page:\u0000',
  'https://intranet.example.org/a',
  'http://[',
  'ana',
  'W10',
  'WzFlMzAwLCJ4Il0',
  'WyIxIiwyXQ',
  'Wy05OTk5OTk5OTk5OTk5OTk5OTk5OSwiYSJd',
  'WyJcdTAwMDAiLCJcdTAwMDAiXQ',
  'WzEsIlx1MDAwMCJd',
  'WzEuNSwiYSJd',
  'W251bGwsbnVsbF0',
];
/** How many fields of its root an operation has on average, at most. */
const rootFields = 4;
const numbers = [0, 1, 2, 5, 20, 100, 101, -1, -2_147_483_648, 2_147_483_647];

/**
 * Makes operations of a schema that are valid or nearly so, the same for the same seed. Our own: the generator that npm has,
 * ibm-graphql-query-generator, is made for graphql 14.
 */
export class OperationGenerator {
  readonly #schema: GraphQLSchema;
  readonly #ids: readonly string[];
  #state: number;

  /** @param ids - Of things that are there. */
  constructor(schema: GraphQLSchema, ids: readonly string[], seed: number) {
    this.#schema = schema;
    this.#ids = ids;
    this.#state = seed;
  }

  next(): string {
    const kind = this.#chance(0.3) ? 'mutation' : 'query';
    const root = kind === 'query' ? this.#schema.getQueryType()! : this.#schema.getMutationType()!;
    // However many the schema has: where one in ten is wrong, few operations with many are right.
    const chance = Math.min(0.3, rootFields / Object.keys(root.getFields()).length);
    return `${kind} ${this.#selections(root, this.#chance(0.1) ? 9 : 4, chance)}`;
  }

  #selections(type: GraphQLNamedType, levels: number, chance = levels > 2 ? 0.3 : 0.4): string {
    if (isAbstractType(type)) {
      const possible = this.#schema.getPossibleTypes(type);
      const chosen = possible.filter(() => this.#chance(0.5));
      return `{ __typename ${chosen.map((one) => `... on ${one.name} ${this.#selections(one, levels)}`).join(' ')} }`;
    }
    if (!isObjectType(type)) return '';
    const fields = Object.values(type.getFields()).filter(
      ({ type: of }) => (isLeafType(getNamedType(of)) || levels > 0) && this.#chance(chance),
    );
    const selected = fields.map((field, index) => {
      const args = field.args.flatMap((argument) =>
        isRequiredArgument(argument) || this.#chance(0.4) ? `${argument.name}: ${this.#value(argument.type)}` : [],
      );
      const named = getNamedType(field.type);
      const inner = isLeafType(named) ? '' : this.#selections(named, levels - 1);
      // Of two types in a union the same field may not have two arguments.
      const alias = args.length > 0 ? `a${index}_${Math.floor(this.#random() * 1e9)}: ` : '';
      return `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} ${inner}`;
    });
    return `{ ${['__typename', ...selected].join(' ')} }`;
  }

  #value(type: GraphQLInputType): string {
    if (isNonNullType(type)) return this.#chance(0.01) ? 'null' : this.#value(type.ofType);
    if (this.#chance(0.05)) return 'null';
    if (isListType(type)) {
      const length = this.#chance(0.03) ? 150 : Math.floor(this.#random() * 4);
      return `[${Array.from({ length }, () => this.#value(type.ofType)).join(', ')}]`;
    }
    if (isEnumType(type)) return this.#chance(0.03) ? 'NONE' : this.#of(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isRequiredInputField(field) || this.#chance(0.6),
      );
      return `{${fields.map(({ name, type: of }) => `${name}: ${this.#value(of)}`).join(', ')}}`;
    }
    if (type.name === 'ID') return JSON.stringify(this.#chance(0.8) ? this.#of(this.#ids) : this.#of(texts));
    if (type.name === 'Int') return String(this.#of(numbers));
    if (type.name === 'Boolean') return String(this.#chance(0.5));
    // Long enough for a key that keeps a write from being done twice.
    return JSON.stringify(this.#chance(0.4) ? `key-${Math.floor(this.#random() * 1e6)}-key` : this.#of(texts));
  }

  #of<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.#random() * values.length)]!;
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  /** Mulberry32: small, and good enough to get everywhere. */
  #random(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}
