// Icons on a grid of 24, drawn for Parvis.
export const BELL = 'M6 10.5a6 6 0 0 1 12 0c0 4.3 2 6 2 6H4s2-1.7 2-6M10 19.7a2.3 2.3 0 0 0 4 0';
