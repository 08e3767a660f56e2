import { parseTree } from 'jsonc-parser';

import type { AuthorizationDetails } from '../../../preload/contract/authorization-details';
import { CLUSTERS, isCluster, RESOURCE_TYPES } from '../../../preload/contract/consent-vocabulary';
import type { Phrase } from '../../ui/words';
import { type Ask, isListed } from './builder-model';
import { type MemberPath, writeMemberPath } from './member-path';
import { phrase } from './phrase';
import { placeOfMember, type TextProblem } from './text-place';

/** What a request is going to be measured against. */
export interface Expectation {
  readonly providerName: string;
  /** The RAR type that the provider takes. */
  readonly type: string;
}

/** Why a bank may refuse this item although it is lawful to ask; null where nothing is odd about it. */
export function whyUnusual(ask: Ask): Phrase | null {
  const { resourceType, cluster } = ask;
  if (isListed(ask)) return null;
  if (!RESOURCE_TYPES.some((known) => known === resourceType)) {
    return phrase('builder.warning.unknownResource', { resourceType });
  }
  if (!isCluster(cluster)) return phrase('builder.warning.unknownCluster', { cluster });
  const expected = CLUSTERS[cluster].resourceType;
  return phrase('builder.warning.misplaced', { cluster, resourceType, expected });
}

/** What can be sent but may be refused, in the order of the text. Nothing here stops the person. */
export function adviceOf(
  text: string,
  details: AuthorizationDetails,
  expectation: Expectation,
): readonly TextProblem[] {
  const tree = parseTree(text);
  const at = (path: MemberPath, message: Phrase): TextProblem => ({
    member: writeMemberPath(path),
    message,
    place: placeOfMember(text, tree, path),
  });
  const [{ type, consentRequest }] = details;
  const { type: expected, providerName: provider } = expectation;

  const aboutType =
    type === expected ? [] : [at([0, 'type'], phrase('builder.warning.type', { provider, expected }))];
  const aboutItems = consentRequest.resources.flatMap(({ resourceType, dataClusters }, resourceIndex) =>
    dataClusters.flatMap((cluster, clusterIndex) => {
      const path = [0, 'consentRequest', 'resources', resourceIndex, 'dataClusters', clusterIndex];
      const isRepeated = dataClusters.indexOf(cluster) < clusterIndex;
      const why = isRepeated
        ? phrase('builder.warning.repeated', { cluster })
        : whyUnusual({ resourceType, cluster });
      return why ? [at(path, why)] : [];
    }),
  );
  return [...aboutType, ...aboutItems].toSorted((left, right) => left.place.offset - right.place.offset);
}
