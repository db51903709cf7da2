import { timestamp, type Urls } from '../http/index.ts';
import { pacticipantLink } from '../pacticipants/index.ts';
import type { Label } from './store.ts';

/** A pacticipant's label in HAL. Source: docs/official-broker/pacticipants-and-versions.md#labels. */
export function labelRepresentation(label: Label, pacticipant: string, urls: Urls): object {
  return {
    name: label.name,
    createdAt: timestamp(label.createdAt),
    _links: {
      self: { title: 'Label', name: label.name, href: urls.label(pacticipant, label.name) },
      pacticipant: pacticipantLink(pacticipant, urls),
    },
  };
}
