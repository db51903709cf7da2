import { DockerfileParser, type Copy, type Instruction } from 'dockerfile-ast';

/** Files that an image takes from another stage. */
export interface CopiedFiles {
  readonly from: string;
  readonly source: string;
  readonly target: string;
  /** `user:group`, by numbers; undefined for root. */
  readonly owner: string | undefined;
}

/** The commands that a Dockerfile runs, all of its stages together. */
export const runLines = (dockerfile: string): string[] =>
  DockerfileParser.parse(dockerfile)
    .getInstructions()
    .filter((instruction) => instruction.getKeyword() === 'RUN')
    .map((instruction) => instruction.getArgumentsContent() ?? '');

/** What the last stage of a Dockerfile says, with all that a container of the image is started by. */
export interface ImageStage {
  readonly base: string;
  readonly copies: readonly CopiedFiles[];
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly volumes: readonly string[];
  readonly stopSignal: string;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
}

/**
 * Reads the last stage of a Dockerfile.
 * @throws Error for an instruction that is not there or not once, or is not in the form of a JSON list
 */
export function lastStage(dockerfile: string): ImageStage {
  const parsed = DockerfileParser.parse(dockerfile);
  const last = parsed.getFROMs().at(-1);
  const start = last?.getRange().start.line ?? 0;
  const here = <Kind extends Instruction>(instructions: readonly Kind[]) =>
    instructions.filter((instruction) => instruction.getRange().start.line >= start);
  const all = here(parsed.getInstructions());
  const words = (keyword: string) => {
    const [found, ...more] = all.filter((instruction) => instruction.getKeyword() === keyword);
    if (!found || more.length > 0) throw new Error(`the last stage has not one ${keyword}`);
    return found.getArguments().map((argument) => argument.getValue());
  };
  return {
    base: last?.getImage() ?? '',
    copies: here(parsed.getCOPYs()).map(copiedFiles),
    env: Object.fromEntries(
      here(parsed.getENVs()).flatMap((env) =>
        env.getProperties().map((property) => [property.getName(), property.getValue() ?? '']),
      ),
    ),
    user: words('USER').join(),
    volumes: words('VOLUME'),
    stopSignal: words('STOPSIGNAL').join(),
    entrypoint: list(words('ENTRYPOINT').join(' ')),
    command: list(words('CMD').join(' ')),
    healthCheck: list(words('HEALTHCHECK').join(' ').replace(/^CMD /, '')),
  };
}

function copiedFiles(copy: Copy): CopiedFiles {
  const [source, target, ...more] = copy.getArguments().map((argument) => argument.getValue());
  const flag = (name: string) =>
    copy
      .getFlags()
      .find((found) => found.getName() === name)
      ?.getValue() ?? undefined;
  const from = flag('from');
  if (!from || !source || !target || more.length > 0)
    throw new Error(`"${String(copy)}" does not copy one file or folder from another stage`);
  return { from, source, target, owner: flag('chown') };
}

/** Words in the form that needs no shell. */
function list(text: string): readonly string[] {
  try {
    return JSON.parse(text) as readonly string[];
  } catch (error) {
    throw new Error(`${text} is no JSON list; there is no shell in the image`, { cause: error });
  }
}
