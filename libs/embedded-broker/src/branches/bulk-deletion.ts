interface NamedBranch {
  readonly id: number;
  readonly name: string;
}

/** Of all branches, those that a bulk deletion removes, and those that it keeps: the main branch and the excluded ones. */
export function bulkDeletion(
  branches: readonly NamedBranch[],
  mainBranch: string | null,
  exclude: readonly string[],
): { readonly deleted: readonly NamedBranch[]; readonly kept: readonly NamedBranch[] } {
  const keep = ({ name }: NamedBranch) => name === mainBranch || exclude.includes(name);
  return { deleted: branches.filter((branch) => !keep(branch)), kept: branches.filter(keep) };
}
