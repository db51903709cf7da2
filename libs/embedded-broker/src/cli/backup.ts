import type { Command } from 'commander';
import { backUp } from '../database/index.ts';
import { configOption, configurationOf, databaseOption, type ConfigurationOptions } from './configuration.ts';
import { fail } from './fail.ts';

/** `embedded-broker backup FILE`: a copy of the database, also while a broker runs over it. */
export function addBackupCommand(program: Command): void {
  program
    .command('backup')
    .description(
      'copy the database to a file; a broker may run meanwhile. To restore, start a broker over the copy',
    )
    .argument('<file>', 'where to; it appears when it is whole and checked')
    .addOption(databaseOption())
    .addOption(configOption())
    .option('--force', 'replace the file when it is there already')
    .action(
      async (
        file: string,
        { force = false, ...options }: ConfigurationOptions & { readonly force?: boolean },
      ) => {
        try {
          const { db } = configurationOf(options);
          const onProgress = (share: number) => {
            if (process.stderr.isTTY) process.stderr.write(`\r${Math.round(share * 100)} %`);
          };
          await backUp(db, file, { overwrite: force, onProgress });
          console.log(`Copied ${db} to ${file}.`);
        } catch (error) {
          fail(error);
        }
      },
    );
}
