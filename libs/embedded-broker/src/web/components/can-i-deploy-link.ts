import type { Urls } from '../../http/index.ts';

/** Where the page asks whether a version may be deployed. */
export function canIDeployLink(links: Urls, pacticipant: string, version: string): string {
  return `${links.to('/can-i-deploy')}?${new URLSearchParams({ pacticipant, version }).toString()}`;
}
