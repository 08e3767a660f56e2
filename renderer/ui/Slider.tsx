import {
  Label,
  Slider as AriaSlider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
} from 'react-aria-components/Slider';

import './field.css';
import './slider.css';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
  /** The value in words, for the eye; the thumb reads out the number. */
  readonly output?: string;
  readonly isDisabled?: boolean;
}

/** A number on a line. Offer a `NumberField` beside it: dragging must never be the only way. */
export function Slider({ label, value, onChange, least, most, step = 1, output, isDisabled }: SliderProps) {
  return (
    <AriaSlider
      className="slider"
      value={value}
      onChange={onChange}
      minValue={least}
      maxValue={most}
      step={step}
      isDisabled={isDisabled ?? false}
    >
      <Label className="field-label">{label}</Label>
      {output === undefined ? null : <SliderOutput className="slider-output">{output}</SliderOutput>}
      <SliderTrack className="slider-track">
        {({ state }) => (
          <>
            <span className="slider-fill" style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className="slider-thumb" />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  );
}
