import { describe, expect, it, test } from '@jest/globals';
import { compileExamples } from './compile-examples.ts';
import { compileConsumer } from './consumer.ts';
import { publicDeclarations } from './declarations.ts';
import { libraryProgram } from './program.ts';
import { libraries } from './workspace.ts';

const program = libraryProgram();
const declarations = libraries.map((library) => publicDeclarations(program, library));
const texts = new Map(declarations.flatMap((one) => [...one.texts]));
const main = libraries
  .map(({ name }, i) => `import * as library${i} from '${name}';\nconsole.log(library${i});\n`)
  .join('');

describe('A consumer who checks the declarations of packages', () => {
  test.each(libraries)('needs only the types of Node for $name', ({ name }) => {
    expect(declarations[libraries.findIndex((library) => library.name === name)]?.packages).toEqual([]);
  });

  it('compiles both libraries with nothing else installed', () => {
    expect(compileConsumer(main, texts)).toEqual([]);
  });

  it('would see a type that is missing', () => {
    const path = 'libs/embedded-broker/src/logger.d.ts';
    const leaking = new Map(texts).set(path, "export type { Logger } from 'pino';\n");
    expect(compileConsumer(main, leaking)).toEqual([
      expect.stringContaining("logger.d.ts: Cannot find module 'pino'"),
    ]);
  });
});

test("Middleware with Express's types, a logger of pino and the console fit", () => {
  const code = `
    import type { NextFunction, Request, RequestHandler, Response } from 'express';
    import { pino } from 'pino';
    import { startBroker, type Logger } from '@pact-workshop/embedded-broker';
    import type { RequestFilter, VerifyOptions } from '@pact-workshop/pact-tooling';

    declare const handler: RequestHandler;
    declare const ofItems: RequestHandler<{ id: string }, object, { name: string }, { page: string }>;
    const withTypes = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
      if (request.accepts('json')) next();
      else if (request.body.id === 1) next(new Error('no'));
      else await Promise.resolve(response.status(500).json({}));
    };
    export const filters: RequestFilter[] = [handler, ofItems, withTypes];
    export const options: VerifyOptions = { provider: 'A', requestFilter: handler };

    await startBroker({ logger: pino({ level: 'silent' }) });
    export const loggers: Logger[] = [console, pino<'audit'>({ customLevels: { audit: 35 } }).child({ a: 1 })];
  `;
  expect(compileExamples(program, [{ name: 'others', code }])).toEqual([]);
});
