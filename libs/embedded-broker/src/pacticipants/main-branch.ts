/** Which branches or tags become the main branch of a pacticipant that has none yet. */
export interface MainBranchRule {
  readonly autoDetectMainBranch: boolean;
  readonly mainBranchCandidates: readonly string[];
}

/**
 * Whether a branch or tag of this name makes it the main branch (`auto_detect_main_branch`).
 * Source: docs/official-broker/pacticipants-and-versions.md#main-branch.
 */
export function isMainBranchCandidate(name: string, rule: MainBranchRule): boolean {
  return rule.autoDetectMainBranch && rule.mainBranchCandidates.includes(name);
}
