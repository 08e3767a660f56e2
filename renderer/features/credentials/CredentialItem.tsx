import { useIntl } from 'react-intl';

import type { CredentialSummary } from '../../../preload/contract/credential-shapes';
import { isSandboxKey, namesOf, titleOf, wordKind } from '../../parts/key-words';
import { Button } from '../../ui/Button';
import { Fact, FactList } from '../../ui/FactList';
import { Instant } from '../../ui/Instant';
import { Notice } from '../../ui/Notice';
import { StatusBadge } from '../../ui/StatusBadge';
import { useDepth } from '../../ui/preferences';
import { Phrased, useWords, Words } from '../../ui/words';
import { adviceFor, wordState } from './credential-words';
import type { CredentialDialog } from './use-credentials';

interface CredentialItemProps {
  readonly credential: CredentialSummary;
  readonly all: readonly CredentialSummary[];
  readonly onOpen: (dialog: CredentialDialog) => void;
}

/** One key: its state, its facts, and what can be done with it. */
export function CredentialItem({ credential, all, onOpen }: CredentialItemProps) {
  const { tone, words } = wordState(credential);
  const advice = adviceFor(credential);
  const headingId = `key-${credential.credentialId}`;
  return (
    <article className="key-item" aria-labelledby={headingId}>
      <div className="key-heading">
        <h2 id={headingId}>{titleOf(credential)}</h2>
        <StatusBadge tone={tone}>
          <Phrased phrase={words} />
        </StatusBadge>
      </div>
      {advice === null ? null : (
        <Notice kind={credential.validity === 'ended' ? 'danger' : 'warn'} announce="still">
          <p>
            <Phrased phrase={advice} />
          </p>
        </Notice>
      )}
      <CredentialFacts credential={credential} all={all} />
      <CredentialActions credential={credential} all={all} onOpen={onOpen} />
    </article>
  );
}

function CredentialFacts({ credential, all }: Omit<CredentialItemProps, 'onOpen'>) {
  const say = useWords();
  const { locale } = useIntl();
  const { notBeforeMs, notAfterMs, usedBy, fingerprint } = credential;
  const titleFor = (id: string | null) => all.find(({ credentialId }) => credentialId === id);
  const [old, next] = [titleFor(credential.replaces), titleFor(credential.replacedBy)];
  const span = {
    from: <Instant key="from" atMs={notBeforeMs} style="day" />,
    to: <Instant key="to" atMs={notAfterMs} style="day" />,
  };
  return (
    <FactList values="in-column">
      <Fact name={say('keys.fact.kind')}>
        <Phrased phrase={wordKind(credential)} />
      </Fact>
      <Fact name={say('keys.fact.valid')}>
        <Words id="keys.fact.valid.value" values={span} />
      </Fact>
      <Fact name={say('keys.fact.used')}>
        {usedBy.length === 0 ? say('keys.fact.used.none') : namesOf(usedBy, locale)}
      </Fact>
      <IssuerFacts credential={credential} />
      {old === undefined ? null : <Fact name={say('keys.fact.replaces')}>{titleOf(old)}</Fact>}
      {next === undefined ? null : <Fact name={say('keys.fact.replaced-by')}>{titleOf(next)}</Fact>}
      <Fact name={say('keys.fact.fingerprint')}>
        <span className="mono key-fingerprint">{fingerprint}</span>
      </Fact>
      <NamesOfKey credential={credential} />
    </FactList>
  );
}

/** Who vouches for the certificate; nothing where it vouches for itself, as those do that are made here. */
function IssuerFacts({ credential: { issuer, authorities } }: Pick<CredentialItemProps, 'credential'>) {
  const say = useWords();
  if (issuer === null) return null;
  return (
    <>
      <Fact name={say('keys.fact.issuer')}>{issuer}</Fact>
      {authorities.length === 0 ? null : (
        <Fact name={say('keys.fact.authorities')}>{authorities.join(', ')}</Fact>
      )}
    </>
  );
}

/** What the standards call the key and its certificate; only developers are shown. */
function NamesOfKey({ credential: { thumbprint, keyId } }: Pick<CredentialItemProps, 'credential'>) {
  const say = useWords();
  const depth = useDepth();
  if (depth === 'plain') return null;
  return (
    <>
      <Fact name={say('keys.fact.thumbprint')}>
        <span className="mono">{thumbprint}</span>
      </Fact>
      <Fact name={say('keys.fact.key-id')}>
        <span className="mono">{keyId}</span>
      </Fact>
    </>
  );
}

function CredentialActions({ credential, all, onOpen }: CredentialItemProps) {
  const say = useWords();
  const title = titleOf(credential);
  const old = all.find(({ credentialId }) => credentialId === credential.replaces);
  const canReplace =
    credential.replacedBy === null && credential.replaces === null && !isSandboxKey(credential);
  return (
    <div className="key-actions">
      {old === undefined ? null : (
        <Button
          label={`${say('keys.switch')}: ${title}`}
          onPress={() => onOpen({ kind: 'switch', credential, oldUsers: old.usedBy })}
        >
          {say('keys.switch')}
        </Button>
      )}
      <Button label={`${say('keys.set.show')}: ${title}`} onPress={() => onOpen({ kind: 'set', credential })}>
        {say('keys.set.show')}
      </Button>
      {canReplace ? (
        <Button
          label={`${say('keys.replace')}: ${title}`}
          onPress={() => onOpen({ kind: 'replace', credential })}
        >
          {say('keys.replace')}
        </Button>
      ) : null}
      <Button
        variant="quiet"
        label={`${say('keys.delete')}: ${title}`}
        onPress={() => onOpen({ kind: 'delete', credential })}
      >
        {say('keys.delete')}
      </Button>
    </div>
  );
}
