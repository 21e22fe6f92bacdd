/** Drawn for Parvis: strokes of 1.8 on a grid of 24. */
export const PATHS = {
  warning: 'M12 8.5v4.5M12 16.5v.1M10.3 4.3 2.8 17.5A2 2 0 0 0 4.5 20.5h15a2 2 0 0 0 1.7-3L13.7 4.3a2 2 0 0 0-3.400 0z',
} as const;
