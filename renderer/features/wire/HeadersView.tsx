import type { ExchangeDetail, WireMessage } from '../../../preload/contract/wire-shapes';
import { JsonView } from '../../ui/JsonView';
import { useWords } from '../../ui/words';

/** The headers as they were sent and received, line by line. */
export function HeadersView({ detail }: { readonly detail: ExchangeDetail }) {
  const say = useWords();
  const { method, target, request, response, status } = detail;
  return (
    <div className="wire-pair">
      <JsonView
        label={say('wire.place.request-header')}
        title={<h3>{say('wire.body.sent')}</h3>}
        text={[`${method} ${target}`, ...linesOf(request)].join('\n')}
      />
      {response === null ? null : (
        <JsonView
          label={say('wire.place.response-header')}
          title={<h3>{say('wire.body.received')}</h3>}
          text={[`${status ?? ''} ${response.reason}`, ...linesOf(response)].join('\n')}
        />
      )}
    </div>
  );
}

function linesOf({ headers }: WireMessage): readonly string[] {
  return headers.map(({ name, value }) => `${name}: ${value}`);
}
