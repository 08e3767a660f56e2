import { Select } from '../../ui/Select';
import { Status } from '../../ui/Status';
import { TextField } from '../../ui/TextField';
import { useWords } from '../../ui/words';
import type { Wire, WireExtent, WireOrigin } from './use-wire';

interface WireFiltersProps {
  readonly wire: Wire;
  readonly origin: WireOrigin;
}

/** Narrows the list: by whose exchanges they are, and by a text in them. */
export function WireFilters({ wire, origin }: WireFiltersProps) {
  const say = useWords();
  const extents: readonly WireExtent[] = [
    'all',
    ...(origin.flowId === null ? [] : (['flow'] as const)),
    ...(origin.connectionId === null ? [] : (['connection'] as const)),
  ];
  return (
    <div className="wire-filters">
      <TextField label={say('wire.search')} value={wire.search} onChange={wire.setSearch} />
      {extents.length === 1 || wire.trace !== null ? null : (
        <Select
          label={say('wire.filter')}
          value={wire.extent}
          onChange={wire.setExtent}
          options={extents.map((value) => ({ value, name: say(`wire.filter.${value}`) }))}
        />
      )}
      <Status className="wire-count">
        {say('wire.count', { shown: wire.exchanges?.length ?? 0, total: wire.totalCount })}
        {wire.droppedCount === 0 ? '' : ` ${say('wire.dropped', { count: wire.droppedCount })}`}
      </Status>
    </div>
  );
}
