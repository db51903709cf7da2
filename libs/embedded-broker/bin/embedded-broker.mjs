#!/usr/bin/env -S node --disable-warning=ExperimentalWarning --min-semi-space-size=4 --max-semi-space-size=4
// The command's door. It is JavaScript, so that Node starts with what it compiled the time before, TypeScript included:
// that halves the time to the first answer. The small young generation saves a broker that stays up some tens of megabytes.
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('../src/cli.ts');
