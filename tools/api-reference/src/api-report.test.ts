import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { apiReport, reportFile } from './api-report.ts';
import { libraryProgram } from './program.ts';
import { libraries } from './workspace.ts';

const program = libraryProgram();

test.each(libraries)('The public API of $name is that of its report', (library) => {
  const report = apiReport(program, library);
  // Jest shows the difference; a key says what to do about it.
  const advice = 'The public API changed. Run "make api-report", and add a changeset';
  expect({ [advice]: report }).toEqual({ [advice]: readFileSync(reportFile(library), 'utf8') });
});
