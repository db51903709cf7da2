/** How Node runs the command. */
export interface NodeFlags {
  /** Options of Node's command line. */
  readonly options: readonly string[];
  /** Flags of V8 that are set once it runs. */
  readonly v8: readonly string[];
}

/**
 * The flags that the command's file in `bin/` sets, so that the executable runs as that does.
 * @param door text of the file
 * @throws Error when they are not where they used to be
 */
export function nodeFlags(door: string): NodeFlags {
  const [, line] = /^#!\/usr\/bin\/env -S node (--.+)\n/.exec(door) ?? [];
  const v8 = [...door.matchAll(/v8\.setFlagsFromString\('(--[^']+)'\)/g)].map(([, flag = '']) => flag);
  if (line === undefined || v8.length === 0)
    throw new Error("the command's file sets no flags in its first line, or none of V8");
  return { options: line.trim().split(/\s+/), v8 };
}
