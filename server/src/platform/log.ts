import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

/** What JSON lets through and a terminal obeys: the control characters beyond ASCII, and marks of direction. */
const UNPRINTABLE = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** JSON lines on the standard output, escaped so that no value can control a terminal. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    hooks: { streamWrite: (line: string) => line.replace(UNPRINTABLE, escaped) },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** As JSON writes it, so that what reads the line gets the same text. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
