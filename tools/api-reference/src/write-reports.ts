// `make api-report`: writes the reports of all libraries.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { apiReport, reportFile } from './api-report.ts';
import { libraryProgram } from './program.ts';
import { libraries, workspaceRoot } from './workspace.ts';

const program = libraryProgram();
for (const library of libraries) {
  const file = reportFile(library);
  writeFileSync(file, apiReport(program, library));
  console.log(`Wrote ${relative(workspaceRoot, file)}`);
}
