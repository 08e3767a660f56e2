import { PURPOSE_IDS } from '../../../preload/contract/purposes';
import { Radio, RadioGroup } from '../../ui/RadioGroup';
import { useWords } from '../../ui/words';
import { formFromPurpose, purposeOf } from './builder-model';
import type { BuilderPart } from './use-builder';

/** Why the data is wanted. A purpose sets everything else to the least that serves it. */
export function PurposePicker({ builder }: BuilderPart) {
  const say = useWords();
  const { form } = builder.state;
  const purpose = purposeOf(form);

  return (
    <section className="builder-purpose">
      <RadioGroup
        label={say('builder.purpose')}
        direction="across"
        value={purpose}
        onChange={(picked) => builder.change(formFromPurpose(picked, form.type))}
      >
        {PURPOSE_IDS.map((id) => (
          <Radio key={id} value={id}>
            {say(`builder.purpose.${id}`)}
          </Radio>
        ))}
      </RadioGroup>
      <p className="muted">{say(`builder.purpose.${purpose}.about`)}</p>
    </section>
  );
}
