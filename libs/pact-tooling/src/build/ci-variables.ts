/** The variables by which the package `env-ci` knows the services that it knows. */
const variables = [
  'APPVEYOR',
  'BITBUCKET_BUILD_NUMBER',
  'BITRISE_IO',
  'BUDDY_WORKSPACE_ID',
  'BUILDKITE',
  'BUILD_BUILDURI',
  'CF_BUILD_ID',
  'CF_PAGES',
  'CI',
  'CIRCLECI',
  'CIRRUS_CI',
  'CI_NAME',
  'CODEBUILD_BUILD_ID',
  'DISTELLI_APPNAME',
  'DRONE',
  'GITHUB_ACTIONS',
  'GITLAB_CI',
  'JB_SPACE_EXECUTION_NUMBER',
  'JENKINS_URL',
  'NETLIFY',
  'NOW_GITHUB_DEPLOYMENT',
  'SAILCI',
  'SCREWDRIVER',
  'SCRUTINIZER',
  'SEMAPHORE',
  'SHIPPABLE',
  'TEAMCITY_VERSION',
  'TRAVIS',
  'VELA',
  'VERCEL',
  'WERCKER_MAIN_PIPELINE_STARTED',
  'bamboo_agentId',
];

/** Whether the variables may be those of a CI; without one of these none is. */
export function namesKnownCi(env: NodeJS.ProcessEnv): boolean {
  return variables.some((name) => env[name]);
}
