/** How long one statement may take, or a transaction may do nothing, in milliseconds. */
export const statementTimeout = 30_000;
