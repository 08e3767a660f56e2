import { DURATION_TYPES } from '../../../preload/contract/consent-vocabulary';
import { Radio, RadioGroup } from '../../ui/RadioGroup';
import { StandardName } from '../../ui/StandardName';
import { useWords } from '../../ui/words';
import { DaysField } from './DaysField';
import { PeriodPicture } from './PeriodPicture';
import { shareOfLine, untilMs, whyWrongDays } from './builder-view';
import type { BuilderPart } from './use-builder';

/** Until when the bank may be asked. Not to be confused with how far back the data goes. */
export function DurationPicker(part: BuilderPart) {
  const { builder, provider, depth } = part;
  const say = useWords();
  const { form } = builder.state;
  const isRefused = builder.refusal?.field === 'durationType';

  return (
    <section className="builder-section builder-period">
      <RadioGroup
        label={say('builder.duration')}
        {...(depth === 'developer' ? { description: 'durationType' } : {})}
        value={form.durationType}
        onChange={(durationType) => builder.change({ ...form, durationType })}
        error={isRefused ? say('builder.refused.here', { provider: provider.name }) : null}
      >
        {DURATION_TYPES.map((type) => (
          <Radio key={type} value={type}>
            {say(`builder.duration.${type}`)}
            <StandardName>{type}</StandardName>
          </Radio>
        ))}
      </RadioGroup>
      <DurationPicture {...part} />
    </section>
  );
}

function DurationPicture({ builder, provider, nowMs }: BuilderPart) {
  const say = useWords();
  const { form } = builder.state;
  const { durationType, durationDays } = form;
  const isTimeBound = durationType === 'TIME_BOUND';
  const until = untilMs(durationDays, nowMs);
  const share = { ONE_TIME: 0, TIME_BOUND: shareOfLine(durationDays), PERSISTENT: 'open' } as const;
  const isRefused = builder.refusal?.field === 'durationPeriod';

  return (
    <div className="builder-picture">
      {isTimeBound ? (
        <DaysField
          label={say('builder.duration.days')}
          unit={say('builder.duration.days.unit')}
          days={durationDays}
          onChange={(days) => builder.change({ ...form, durationDays: days })}
          error={whyWrongDays(builder.state, 'durationPeriod')}
          remark={isRefused ? say('builder.refused.here', { provider: provider.name }) : null}
        />
      ) : null}
      {isTimeBound ? <StandardName>durationPeriod</StandardName> : null}
      <PeriodPicture direction="forwards" share={share[durationType]} />
      {isTimeBound && until === null ? null : (
        <p className="builder-caption">
          {say(`builder.duration.picture.${durationType}`, { until: until ?? nowMs })}
        </p>
      )}
    </div>
  );
}
