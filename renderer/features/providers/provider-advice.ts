import type { MessageId } from '../../../preload/contract/messages/catalogue';
import {
  type ProviderFindings,
  type ProviderNeeds,
  whatIsLacking,
} from '../../../preload/contract/provider-offer';
import type { KeyField } from './key-choice';

/** What is said at a field because it does not go together with another one, or with the provider. */
export interface Advice {
  readonly key: MessageId | null;
  readonly clientAuthentication: MessageId | null;
  readonly tokenBinding: MessageId | null;
}

/**
 * Explains the combinations that will not work: of key and way, and of way and provider.
 *
 * @param findings what the provider says of itself; null while it has not been asked
 */
export function adviceOn(needs: ProviderNeeds, keys: KeyField, findings: ProviderFindings | null): Advice {
  return {
    key: adviceOnKey(needs, keys, findings),
    clientAuthentication:
      findings !== null && !findings.clientAuthentications.includes(needs.clientAuthentication)
        ? 'providers.advice.method'
        : null,
    // A provider that says nothing of certificates may bind to them all the same; of proofs it has to speak.
    tokenBinding:
      findings !== null && needs.tokenBinding === 'dpop' && !findings.tokenBindings.includes('dpop')
        ? 'providers.advice.binding'
        : null,
  };
}

function adviceOnKey(
  needs: ProviderNeeds,
  { credential, choice }: KeyField,
  findings: ProviderFindings | null,
): MessageId | null {
  if (findings !== null && isRefusedKey(findings, needs)) {
    const other = needs.signingAlgorithm === 'ES256' ? 'PS256' : 'ES256';
    if (isRefusedKey(findings, { ...needs, signingAlgorithm: other })) return 'providers.advice.wants-other';
    return other === 'PS256' ? 'providers.advice.wants-rsa' : 'providers.advice.wants-ec';
  }
  const vouchesForItself = choice.kind === 'new' || (credential !== null && credential.issuer === null);
  return needs.clientAuthentication === 'tls_client_auth' && vouchesForItself
    ? 'providers.advice.authority'
    : null;
}

/** Whether the provider does not take what a key of this kind signs. */
function isRefusedKey({ capabilities }: ProviderFindings, needs: ProviderNeeds): boolean {
  return whatIsLacking(capabilities, needs).some(
    ({ name }) => name === 'assertion-key' || name === 'proof-key',
  );
}
