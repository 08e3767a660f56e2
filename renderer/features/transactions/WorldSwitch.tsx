import type { TransactionFilter } from '../../../preload/contract/data-shapes';
import { useWords } from '../../ui/words';

const WORLDS = ['real', 'made-up'] as const;

interface WorldSwitchProps {
  readonly world: TransactionFilter['world'];
  readonly onChoose: (world: TransactionFilter['world']) => void;
}

/** Your money, or what the sandbox bank made up: never both in one list or sum. */
export function WorldSwitch({ world, onChoose }: WorldSwitchProps) {
  const say = useWords();
  return (
    <fieldset className="tx-worlds">
      <legend className="visually-hidden">{say('transactions.world')}</legend>
      {WORLDS.map((one) => (
        <label key={one} className="tx-world">
          <input type="radio" name="world" checked={one === world} onChange={() => onChoose(one)} />
          {say(`transactions.world.${one}`)}
        </label>
      ))}
    </fieldset>
  );
}
