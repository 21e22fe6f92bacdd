/** With what the places of all that is unsent begin. */
export const UNSENT = 'parvis:unsent:';
