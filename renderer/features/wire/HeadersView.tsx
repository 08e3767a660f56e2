import type { ExchangeDetail, WireMessage } from '../../../preload/contract/wire-shapes';
import { JsonView } from '../../ui/JsonView';
import { useWords } from '../../ui/words';

/** The headers as they were sent and received, line by line. */
export function HeadersView({ detail }: { readonly detail: ExchangeDetail }) {
  const say = useWords();
  const { method, target, request, response, status } = detail;
  return (
    <div className="wire-pair">
      <section aria-labelledby="wire-headers-sent">
        <h3 id="wire-headers-sent">{say('wire.body.sent')}</h3>
        <JsonView
          label={say('wire.place.request-header')}
          text={[`${method} ${target}`, ...linesOf(request)].join('\n')}
        />
      </section>
      {response === null ? null : (
        <section aria-labelledby="wire-headers-received">
          <h3 id="wire-headers-received">{say('wire.body.received')}</h3>
          <JsonView
            label={say('wire.place.response-header')}
            text={[`${status ?? ''} ${response.reason}`, ...linesOf(response)].join('\n')}
          />
        </section>
      )}
    </div>
  );
}

function linesOf({ headers }: WireMessage): readonly string[] {
  return headers.map(({ name, value }) => `${name}: ${value}`);
}
