import { useId } from 'react';

import { StandardName } from '../../ui/StandardName';
import { useWords } from '../../ui/words';
import { DaysField } from './DaysField';
import { PeriodPicture } from './PeriodPicture';
import { hasHistory, shareOfLine, sinceMs, whyWrongDays } from './builder-view';
import type { BuilderPart } from './use-builder';

/** How far back the data goes. Not to be confused with until when the bank may be asked. */
export function LookbackPicker({ builder, provider, nowMs }: BuilderPart) {
  const say = useWords();
  const headingId = useId();
  const { form } = builder.state;
  const since = sinceMs(form.lookbackDays, nowMs);
  const isRefused = builder.refusal?.field === 'lookbackPeriod';

  return (
    <section className="builder-section builder-period" aria-labelledby={headingId}>
      <h2 id={headingId} className="builder-heading">
        {say('builder.lookback')}
        <StandardName>lookbackPeriod</StandardName>
      </h2>
      <DaysField
        label={say('builder.lookback.days')}
        unit={say('builder.lookback.days.unit')}
        days={form.lookbackDays}
        onChange={(lookbackDays) => builder.change({ ...form, lookbackDays })}
        error={whyWrongDays(builder.state, 'lookbackPeriod')}
        remark={isRefused ? say('builder.refused.here', { provider: provider.name }) : null}
      />
      <div className="builder-picture">
        <PeriodPicture direction="backwards" share={shareOfLine(form.lookbackDays)} />
        {since === null ? null : (
          <p className="builder-caption">
            {hasHistory(form) ? say('builder.lookback.picture', { since }) : say('builder.lookback.unused')}
          </p>
        )}
      </div>
    </section>
  );
}
