/** The timeout of a statement, and of an idle transaction, in milliseconds. */
export const statementTimeout = 30_000;
