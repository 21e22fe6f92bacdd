// Icons on a grid of 24, drawn for Parvis.
export const PLUS = 'M12 5v14M5 12h14';
export const CHECK = 'M5 12.5l4.5 4.5L19 7.5';
export const MUTED = 'M6 10a6 6 0 0 1 12 0c0 4.5 2 6 2 6H4s2-1.5 2-6M10 19.5a2.3 2.3 0 0 0 4 0M4 4l16 16';
export const CHEVRON = 'M7 10l5 5 5-5';
