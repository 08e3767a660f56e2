import { type RefObject, useEffect, useRef } from 'react';

import { Select } from '../../ui/Select';
import { Status } from '../../ui/Status';
import { TextField } from '../../ui/TextField';
import { useWords } from '../../ui/words';
import type { Wire, WireExtent, WireOrigin } from './use-wire';
import { useWireProviders } from './use-wire-providers';
import { WIRE_KINDS } from './wire-view';

interface WireFiltersProps {
  readonly wire: Wire;
  readonly origin: WireOrigin;
}

/** Narrows the list: by whose exchanges they are, by how they went, and by a text in them. */
export function WireFilters({ wire, origin }: WireFiltersProps) {
  const say = useWords();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useFindKey(field);
  return (
    <div className="wire-filters">
      <TextField label={say('wire.search')} value={wire.search} onChange={wire.setSearch} inputRef={field} />
      {wire.trace === null ? <ExtentSelect wire={wire} origin={origin} /> : null}
      <Select
        label={say('wire.kind')}
        value={wire.kind}
        onChange={wire.setKind}
        options={WIRE_KINDS.map((value) => ({ value, name: say(`wire.kind.${value}`) }))}
      />
      <Status className="wire-count">
        {say('wire.count', { shown: wire.exchanges?.length ?? 0, total: wire.totalCount })}
        {wire.droppedCount === 0 ? '' : ` ${say('wire.dropped', { count: wire.droppedCount })}`}
      </Status>
    </div>
  );
}

function ExtentSelect({ wire, origin }: WireFiltersProps) {
  const say = useWords();
  const providers = useWireProviders();
  const options: ReadonlyArray<{ readonly value: WireExtent; readonly name: string }> = [
    { value: 'all', name: say('wire.filter.all') },
    ...(origin.flowId === null ? [] : [{ value: 'flow', name: say('wire.filter.flow') } as const]),
    ...(origin.connectionId === null
      ? []
      : [{ value: 'connection', name: say('wire.filter.connection') } as const]),
    ...providers.map(({ providerId, name }) => ({ value: `provider:${providerId}`, name }) as const),
  ];
  // With one provider and nothing that the page was opened for there is nothing to choose.
  if (options.length <= 2 && wire.extent === 'all') return null;
  return (
    <Select label={say('wire.filter')} value={wire.extent} onChange={wire.setExtent} options={options} />
  );
}

/** Ctrl or Cmd with F goes to the search, as it does wherever there is something to look through. */
function useFindKey(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isFind =
        (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === 'f';
      if (!isFind || field.current === null) return;
      event.preventDefault();
      field.current.focus();
      field.current.select();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [field]);
}
