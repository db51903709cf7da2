import { canIDeployLink } from '../components/can-i-deploy-link.ts';
import { externalLink } from '../components/external-link.ts';
import { paging } from '../components/paging.ts';
import { shortened } from '../components/shortened.ts';
import { table } from '../components/table.ts';
import { time } from '../components/time.ts';
import { versionBadges } from '../components/version-badges.ts';
import { html, type Content } from '../html.ts';
import type { PageCall } from '../page-route.ts';
import type { ShownPacticipant } from './shown.ts';

/** The versions of a pacticipant, or of one of its branches, in pages. */
export function versionsSection(shown: ShownPacticipant, { links, now }: PageCall): Content {
  const { pacticipant, branch, branches, versions, page, total, factsOf, counts } = shown;
  const own = links.pacticipant(pacticipant.name);
  const hrefOf = (name: string | undefined, number = 1) => {
    const query = new URLSearchParams();
    if (name !== undefined) query.set('branch', name);
    if (number > 1) query.set('page', String(number));
    return `${own}${query.size === 0 ? '' : `?${query.toString()}`}#versions`;
  };
  const caption = branch === undefined ? `Versions of ${pacticipant.name}` : `Versions on branch ${branch}`;
  return html`<section aria-labelledby="versions">
    <h2 id="versions">Versions</h2>
    ${
      branches.length === 0
        ? null
        : html`<nav class="chips" aria-label="Branches">
            <a href=${hrefOf(undefined)} aria-current=${branch === undefined ? 'true' : undefined}
              >All branches</a
            >
            ${branches.map(
              (name) =>
                html`<a href=${hrefOf(name)} aria-current=${name === branch ? 'true' : undefined}
                  >${name}</a
                > `,
            )}
          </nav>`
    }
    ${
      versions.length === 0
        ? html`<p>There are no versions here.</p>`
        : table(
            caption,
            [
              'Version',
              'Branches, environments and tags',
              'Created',
              'Pacts',
              'Results',
              'Build',
              { label: 'More', fixed: true },
            ],
            versions.map(({ id, number, createdAt, buildUrl }) => {
              const { pacts = 0, results = 0 } = counts.get(id) ?? {};
              return html`<tr>
                <td>${shortened(number)}</td>
                <td>${versionBadges(factsOf(id))}</td>
                <td>${time(createdAt, now)}</td>
                <td>${pacts}</td>
                <td>${results}</td>
                <td>${buildUrl === null ? null : externalLink(buildUrl, 'Build')}</td>
                <td>
                  <a
                    href=${canIDeployLink(links, pacticipant.name, number)}
                    aria-label=${`Can I deploy ${number}?`}
                    >Can I deploy?</a
                  >
                </td>
              </tr>`;
            }),
          )
    }
    ${paging(page, total, 'versions', (number) => hrefOf(branch, number))}
  </section>`;
}
