import { connectionTable, drawing, layoutOf, legend, type Neighbourhood } from '../graph/index.ts';
import { counted, leftOut } from '../components/counted.ts';
import { nameList } from '../components/name-list.ts';
import { html, type Content } from '../html.ts';
import { page } from '../layout.ts';
import type { PageCall } from '../page-route.ts';

/** What somebody wants to see of the network. */
export interface NetworkQuestion {
  /** The middle of the picture; undefined for the whole network. */
  readonly pacticipant: string | undefined;
  readonly steps: number;
  readonly max: number;
  readonly largestSize: number;
  readonly isKnown: boolean;
}

/**
 * The network of pacticipants as a picture and as a table.
 * @param names of all pacticipants that have a contract, to choose from
 */
export function networkPage(
  part: Neighbourhood,
  question: NetworkQuestion,
  call: PageCall,
  names: readonly string[],
): string {
  const { pacticipant } = question;
  const title = pacticipant === undefined ? 'Network' : `Network around ${pacticipant}`;
  return page(
    { title, section: 'network', links: call.links },
    html`${form(question, call, names)} ${content(part, question, call, title)}`,
  );
}

function form(
  { pacticipant, steps, max, largestSize }: NetworkQuestion,
  { links }: PageCall,
  names: readonly string[],
): Content {
  return html`<form class="filters" method="get" action=${links.to('/network')}>
    <label>
      Around the pacticipant
      <input name="pacticipant" list="pacticipants" value=${pacticipant ?? ''} placeholder="all of them" />
    </label>
    ${nameList('pacticipants', names)}
    <label>
      Steps away
      <input name="steps" type="number" min="1" max="9" value=${steps} />
    </label>
    <label>
      At most
      <input name="max" type="number" min="1" max=${largestSize} value=${max} />
    </label>
    <button type="submit">Show</button>
  </form>`;
}

function content(
  part: Neighbourhood,
  { pacticipant, isKnown }: NetworkQuestion,
  { links }: PageCall,
  title: string,
): Content {
  if (!isKnown)
    return html`<div class="message open"><p>There is no pacticipant called ${pacticipant}.</p></div>`;
  if (part.connections.length === 0)
    return html`<p>There are no contracts to show. A contract appears with its first publication.</p>`;
  const { names, connections } = part;
  return html`<p>
      ${counted(names.length, 'pacticipant')}, ${counted(connections.length, 'contract')}. ${omissions(part)}
    </p>
    ${drawing(layoutOf(part), { links, label: title, current: pacticipant })} ${legend()}
    <h2>The same as a table</h2>
    ${connectionTable(connections, links)}`;
}

/** What the picture leaves out, and how to see it. */
function omissions({ omitted, omittedConnections }: Neighbourhood): Content {
  if (omitted + omittedConnections === 0) return null;
  const parts = [
    omitted > 0
      ? `${leftOut(omitted, 'pacticipant')}, those with the fewest contracts or the farthest away`
      : '',
    omittedConnections > 0 ? `${leftOut(omittedConnections, 'contract')}, verified ones first` : '',
  ].filter((words) => words !== '');
  return html`<strong>${parts.join('; ')}.</strong> To see them, choose a pacticipant as the middle, with
    fewer steps away.`;
}
