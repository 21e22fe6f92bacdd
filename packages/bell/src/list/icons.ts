// Icons on a grid of 24, drawn for Parvis.
export const READ = 'M5 12.5l4.5 4.5L19 7.5';
export const UNREAD = 'M12 8.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7';
