import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import { Fact, FactList } from '../../ui/FactList';
import { Instant } from '../../ui/Instant';
import { useDepth } from '../../ui/preferences';
import { useWords } from '../../ui/words';
import { viewEndDate } from './consent-view';

/** When the consent was agreed to, granted, read, and when it ends. */
export function ConsentDates({ detail }: { readonly detail: ConsentDetail }) {
  const say = useWords();
  const depth = useDepth();
  const { agreedAtMs, createdAtMs, readAtMs } = detail;
  const end = viewEndDate(detail);
  return (
    <section className="consent-section" aria-labelledby="consent-dates">
      <h2 id="consent-dates">{say('consents.detail.dates')}</h2>
      {detail.consentId === '' ? (
        <p>{say('consents.detail.no-id', { provider: detail.providerName })}</p>
      ) : null}
      <FactList values="at-end">
        <Moment name={say('consents.detail.agreed')} atMs={agreedAtMs} />
        <Moment name={say('consents.detail.granted')} atMs={createdAtMs} />
        {end.kind === 'never' ? (
          <Fact name={say(end.name)}>{say('consents.ends.never')}</Fact>
        ) : (
          <Moment name={say(end.name)} atMs={end.atMs} />
        )}
        {readAtMs === null ? (
          <Fact name={say('consents.detail.read')}>{say('consents.read.never')}</Fact>
        ) : (
          <Moment name={say('consents.detail.read')} atMs={readAtMs} />
        )}
        {depth === 'plain' ? null : (
          <>
            <Fact name={say('consents.detail.id')}>
              <span className="mono">{detail.consentId}</span>
            </Fact>
            <Fact name={say('consents.detail.host')}>
              <span className="mono">{detail.providerHost}</span>
            </Fact>
          </>
        )}
      </FactList>
    </section>
  );
}

function Moment({ name, atMs }: { readonly name: string; readonly atMs: number | null }) {
  if (atMs === null) return null;
  return (
    <Fact name={name}>
      <Instant atMs={atMs} style="day-time" />
    </Fact>
  );
}
