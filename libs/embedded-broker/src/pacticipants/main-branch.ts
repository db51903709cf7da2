/** Branch or tag names that are taken for the main branch of a pacticipant that has none yet. */
const candidates: readonly string[] = ['develop', 'main', 'master'];

/** Whether a branch or tag of this name makes it the main branch (`auto_detect_main_branch`, semantics.md 3). */
export function isMainBranchCandidate(name: string): boolean {
  return candidates.includes(name);
}
