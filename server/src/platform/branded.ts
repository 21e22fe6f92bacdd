declare const brand: unique symbol;

/**
 * A string of one kind, which TypeScript does not take for a string of another kind. Only the functions that make or
 * validate such strings, and the row types of tables, give the brand.
 */
export type Branded<Kind extends string> = string & { readonly [brand]: Kind };
