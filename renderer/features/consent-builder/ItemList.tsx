import { Lock, TriangleAlert } from 'lucide-react';
import { useId } from 'react';

import { Checkbox } from '../../ui/Checkbox';
import { StandardName } from '../../ui/StandardName';
import { usePhrases, useWords } from '../../ui/words';
import { withAsk } from './builder-model';
import { type ItemView, RECIPIENT, viewItems } from './builder-view';
import type { BuilderPart } from './use-builder';

/** What can be asked for: needed items are locked and say why, the others start off. */
export function ItemList({ builder, provider, depth }: BuilderPart) {
  const say = useWords();
  const headingId = useId();
  const { form } = builder.state;
  const items = viewItems(form, builder.refusal);

  return (
    <section className="builder-section" aria-labelledby={headingId}>
      <h2 id={headingId} className="builder-heading">
        {say('builder.items', { recipient: RECIPIENT })}
        <StandardName>dataClusters</StandardName>
      </h2>
      {builder.refusal?.field === 'resources' ? (
        <p className="builder-error">{say('builder.refused.here', { provider: provider.name })}</p>
      ) : null}
      {form.asks.length === 0 ? <p className="builder-item-why">{say('builder.items.none')}</p> : null}
      <ul
        className={
          items.length > 6 && depth === 'plain' ? 'builder-items builder-items-many' : 'builder-items'
        }
      >
        {items.map((item) => (
          <li key={item.key} className={item.warning ? 'builder-stranger' : undefined}>
            {item.neededBecause ? (
              <NeededItem item={item} provider={provider.name} />
            ) : (
              <OptionalItem
                item={item}
                provider={provider.name}
                onChange={(isOn) => builder.change(withAsk(form, item.ask, isOn))}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly item: ItemView;
  readonly provider: string;
}

function NeededItem({ item, provider }: ItemProps) {
  const say = useWords();
  const sayPhrase = usePhrases();

  return (
    <div className="builder-needed">
      <Lock size={16} aria-hidden />
      <div>
        <span className="builder-item-name">{sayPhrase(item.name)}</span>
        <StandardName>{item.wireName}</StandardName>
        {item.neededBecause ? (
          <p className="builder-item-why">
            {say('builder.item.forPurpose', { reason: sayPhrase(item.neededBecause) })}
          </p>
        ) : null}
        {item.isRefused ? <p className="builder-error">{say('builder.refused.here', { provider })}</p> : null}
      </div>
    </div>
  );
}

function OptionalItem({
  item,
  provider,
  onChange,
}: ItemProps & { readonly onChange: (on: boolean) => void }) {
  const say = useWords();
  const sayPhrase = usePhrases();
  const { warning } = item;

  return (
    <Checkbox
      isSelected={item.isOn}
      onChange={onChange}
      error={item.isRefused ? say('builder.refused.here', { provider }) : null}
      {...(warning === null
        ? {}
        : {
            description: (
              <span className="builder-warning">
                <TriangleAlert size={16} aria-hidden />
                {sayPhrase(warning)}
              </span>
            ),
          })}
    >
      <span className="builder-item-name">{sayPhrase(item.name)}</span>
      <StandardName>{item.wireName}</StandardName>
    </Checkbox>
  );
}
