import { registrations } from './scripts/manifest-registrations.js';

export default {
  globs: ['packages/*/src/**/{*-element,parvis-*}.ts'],
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [registrations()],
};
