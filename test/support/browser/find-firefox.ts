import { installed, onPath } from '../services/on-path.ts';

/** The Firefox of this machine, if it has one. */
export const firefox =
  onPath('firefox-esr', 'firefox') ?? installed('/Applications/Firefox.app/Contents/MacOS/firefox');
