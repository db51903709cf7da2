import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { apiReport, reportFile } from './api-report.ts';
import { libraryProgram } from './program.ts';
import { libraries } from './workspace.ts';

const program = libraryProgram();

test.each(libraries)('The public API of $name is that of its report', (library) => {
  const report = apiReport(program, library);
  try {
    expect(report).toBe(readFileSync(reportFile(library), 'utf8'));
  } catch (difference) {
    const advice = `The public API of ${library.name} changed. Run "make api-report", and add a changeset.`;
    throw new Error(`${advice}\n${(difference as Error).message}`, { cause: difference });
  }
});
