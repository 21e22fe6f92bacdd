// Writes schema.graphql, the contract, from the code: npm run schema
import { printSchema } from 'graphql';
import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { writeGenerated } from './generated-file.ts';

const app = createApp(readConfig({ DATABASE_URL: 'sqlite::memory:', PARVIS_LOG_LEVEL: 'silent' }));
await writeGenerated('schema.graphql', `${printSchema(app.schema)}\n`, 'npm run schema');
await app.close();
