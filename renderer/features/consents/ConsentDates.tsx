import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import { Fact, FactList } from '../../ui/FactList';
import { Instant } from '../../ui/Instant';
import { useDepth } from '../../ui/preferences';
import { Phrased, useWords } from '../../ui/words';
import { type KnownMoment, viewEndDate, viewGranted } from './consent-view';

/** When the consent was agreed to, granted, read, and when it ends. */
export function ConsentDates({ detail }: { readonly detail: ConsentDetail }) {
  const say = useWords();
  const depth = useDepth();
  const { agreedAtMs, readAtMs } = detail;
  const end = viewEndDate(detail);
  return (
    <section className="consent-section" aria-labelledby="consent-dates">
      <h2 id="consent-dates">{say('consents.detail.dates')}</h2>
      {detail.consentId === '' ? (
        <p>{say('consents.detail.no-id', { provider: detail.providerName })}</p>
      ) : null}
      <FactList values="at-end">
        <Moment name={say('consents.detail.agreed')} moment={{ atMs: agreedAtMs }} />
        <Moment name={say('consents.detail.granted')} moment={viewGranted(detail)} />
        <Moment name={say(end.name)} moment={end.moment} />
        <Moment
          name={say('consents.detail.read')}
          moment={readAtMs === null ? { id: 'consents.read.never' } : { atMs: readAtMs }}
        />
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
      {end.note === null ? null : (
        <p className="muted">
          <Phrased phrase={end.note} />
        </p>
      )}
    </section>
  );
}

function Moment({ name, moment }: { readonly name: string; readonly moment: KnownMoment }) {
  return (
    <Fact name={name}>
      {'atMs' in moment ? <Instant atMs={moment.atMs} style="day-time" /> : <Phrased phrase={moment} />}
    </Fact>
  );
}
