/** Prefix of the storage keys of unsent texts. */
export const UNSENT = 'parvis:unsent:';
