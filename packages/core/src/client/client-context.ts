import { createContext } from '@lit/context';
import type { ParvisClient } from './parvis-client.js';

/** The client of a part of the page, given by its provider. */
export const clientContext = createContext<ParvisClient>(Symbol.for('parvis/client'));
