import type { Call } from './calls.ts';
import { enclosing } from './enclosing.ts';
import { exampleOf } from './examples.ts';
import { splitOutside } from './source-text.ts';

/** How a test calls the code that sends a request, with the mock server's address in `url`. */
export interface ClientUse {
  /** What the test imports from the file. */
  readonly imports: string;
  /** The expression that sends the request. */
  readonly expression: string;
  /** The environment variable that gives the address, where no parameter does. */
  readonly variable?: string;
}

const isBase = (name: string): boolean =>
  /^(base|host|origin|endpoint|url)|(url|uri|host|origin|endpoint)$/i.test(name);

/**
 * Finds how to call the code that sends a request: an exported function or a class that takes the address, or one
 * whose file reads it from an environment variable.
 * @param source of the call's file, without comments
 * @returns undefined where a parameter can't be told
 */
export function clientUse(source: string, call: Call): ClientUse | undefined {
  const around = enclosing(source, call.index);
  if (!around) return undefined;
  const known = new Set(
    [...`${call.path}${Object.values(call.query).join('')}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
  );
  const passed = argumentsFor(around.parameters, known);
  const constructed = around.ofClass ? argumentsFor(around.ofClass.parameters, known) : [];
  if (!passed || !constructed) return undefined;
  const takesAddress = [...passed, ...constructed].some((argument) => /\burl\b/.test(argument));
  const [, variable] =
    /process\.env(?:\.|\[["'])(\w*(?:URL|HOST|ORIGIN|ENDPOINT|API|BASE)\w*)/.exec(source) ?? [];
  if (!takesAddress && variable === undefined) return undefined;
  const { name, ofClass } = around;
  const on = ofClass ? `new ${ofClass.name}(${constructed.join(', ')}).` : '';
  return {
    imports: ofClass?.name ?? name,
    expression: `${on}${name}(${passed.join(', ')})`,
    ...(takesAddress ? {} : { variable }),
  };
}

/** The arguments for parameters; undefined where one can't be told. */
function argumentsFor(parameters: string, known: ReadonlySet<string | undefined>): string[] | undefined {
  const result: string[] = [];
  for (const parameter of splitOutside(parameters, ',')) {
    const [, fields] = /^\{([^}]*)\}/.exec(parameter) ?? [];
    const argument = fields === undefined ? argumentFor(parameter, known) : fieldsFor(fields, known);
    if (argument !== undefined) result.push(argument);
    else if (/=|^\w+\?/.test(parameter)) return result;
    else return undefined;
  }
  return result;
}

function argumentFor(parameter: string, known: ReadonlySet<string | undefined>): string | undefined {
  const name = /(\w+)\s*(?:[?:=]|$)/.exec(parameter)?.[1] ?? '';
  if (known.has(name)) {
    const example = exampleOf(name);
    return /^\d+$/.test(example) && !/:\s*string/.test(parameter) ? example : `'${example}'`;
  }
  if (/:\s*\{|[Oo]ptions|[Cc]onfig|[Ss]ettings/.test(parameter)) return undefined;
  return isBase(name) ? 'url' : undefined;
}

function fieldsFor(fields: string, known: ReadonlySet<string | undefined>): string | undefined {
  const given = splitOutside(fields, ',').flatMap((field) => {
    const name = /^\w+/.exec(field)?.[0] ?? '';
    const value = argumentFor(name, known);
    return value === undefined ? [] : [name === value ? name : `${name}: ${value}`];
  });
  return given.length > 0 ? `{ ${given.join(', ')} }` : undefined;
}
