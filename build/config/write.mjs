// `node build/config/write.mjs`: writes what is made of the schema of the managed file anew.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { PROJECT } from '../project.mjs';
import { madeOfSchema } from './made-of-schema.mjs';

const contract = await runnerImport(join(PROJECT, 'electron/contract/settings.ts'));
const layers = await runnerImport(join(PROJECT, 'electron/config/built-in.ts'));
const files = await madeOfSchema(contract.module.managedFileSchema, layers.module.builtInSettings);
for (const [file, content] of Object.entries(files)) writeFileSync(join(PROJECT, file), content);
