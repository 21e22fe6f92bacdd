export const CROSS = 'M6 6l12 12M18 6 6 18';
export const PLUS = 'M12 5v14M5 12h14';
