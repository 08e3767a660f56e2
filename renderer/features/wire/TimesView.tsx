import type { ExchangeDetail } from '../../../preload/contract/wire-shapes';
import { Fact, FactList } from '../../ui/FactList';
import { Instant } from '../../ui/Instant';
import { usePhrases, useWords } from '../../ui/words';
import { TimeBar } from './TimeBar';
import { viewOwnSpan } from './timeline-view';
import { viewBytes, viewDuration } from './wire-view';

/** The bar is drawn in this many units, and is as wide as there is room. */
const BAR_WIDTH = 480;

/** When an exchange began, when the answer began and when it was whole. */
export function TimesView({ detail }: { readonly detail: ExchangeDetail }) {
  const say = useWords();
  const phrase = usePhrases();
  const { startedAtMs, headersAtMs, endedAtMs, kind } = detail;
  const after = (atMs: number) =>
    say('wire.times.interval', { duration: phrase(viewDuration(Math.max(0, atMs - startedAtMs))) });
  return (
    <section className="wire-times" aria-labelledby="wire-times">
      <h3 id="wire-times">{say('wire.times')}</h3>
      {kind === 'browser' ? null : <TimeBar span={viewOwnSpan(detail)} width={BAR_WIDTH} />}
      <FactList values="in-column">
        <Fact name={say('wire.times.started')}>
          <Instant atMs={startedAtMs} style="log" />
        </Fact>
        {headersAtMs === null ? null : <Fact name={say('wire.times.headers')}>{after(headersAtMs)}</Fact>}
        {kind === 'browser' ? null : (
          <>
            <Fact name={say('wire.times.ended')}>{after(endedAtMs)}</Fact>
            <Bytes detail={detail} />
          </>
        )}
      </FactList>
    </section>
  );
}

function Bytes({ detail }: { readonly detail: ExchangeDetail }) {
  const say = useWords();
  const phrase = usePhrases();
  const { headBytes, request, sentBytes, receivedBytes } = detail;
  const sent = {
    count: phrase(viewBytes(sentBytes)),
    head: phrase(viewBytes(headBytes)),
    body: phrase(viewBytes(request.bodyBytes)),
    received: phrase(viewBytes(receivedBytes)),
  };
  return <Fact name={say('wire.times.bytes')}>{say('wire.times.sent', sent)}</Fact>;
}
