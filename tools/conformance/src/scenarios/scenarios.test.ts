import { expect, test } from '@jest/globals';
import { rows } from '../api/index.ts';
import { commands } from '../cli/command.ts';
import { commandSteps } from '../cli/steps/index.ts';
import { acceptedDifferences } from '../accepted-differences/index.ts';
import { subjects } from './index.ts';

const steps = subjects.flatMap(({ steps }) => steps);

const repeated = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

test('every row of the API is asked about', () => {
  expect(rows).toHaveLength(107);
  expect(rows.map(([id]) => id).filter((id) => !steps.some(({ row }) => row === id))).toEqual([]);
});

test('every command is called', () => {
  expect(commands.filter((name) => !commandSteps.some(({ row }) => row === name))).toEqual([]);
});

test('a row and a name are one step', () => {
  expect(repeated([...steps, ...commandSteps].map(({ row, name }) => `${row} ${name}`))).toEqual([]);
});

test('an accepted difference is listed once', () => {
  expect(repeated(acceptedDifferences.map(({ subject }) => subject))).toEqual([]);
});
