interface PeriodPictureProps {
  readonly direction: 'forwards' | 'backwards';
  /** How much of the line is taken, from 0 to 1; `open` for a period without an end. */
  readonly share: number | 'open';
}

const WIDTH = 176;
const MIDDLE = 12;
const EDGE = 8;

/**
 * Time as a line with today on it: a period runs forwards from today, or backwards.
 * Decorative: the words beside it say the same.
 */
export function PeriodPicture({ direction, share }: PeriodPictureProps) {
  const sign = direction === 'forwards' ? 1 : -1;
  const today = direction === 'forwards' ? EDGE : WIDTH - EDGE;
  const reach = (WIDTH - 2 * EDGE) * (share === 'open' ? 1 : share);
  const end = today + sign * reach;

  return (
    <svg className="period-picture" viewBox={`0 0 ${WIDTH} 24`} width={WIDTH} height={24} aria-hidden>
      <line className="period-line" x1={EDGE} x2={WIDTH - EDGE} y1={MIDDLE} y2={MIDDLE} />
      <line className="period-reach" x1={today} x2={end} y1={MIDDLE} y2={MIDDLE} />
      {share === 'open' ? (
        <path
          className="period-arrow"
          d={`M${end - sign * 7} ${MIDDLE - 6} L${end} ${MIDDLE} L${end - sign * 7} ${MIDDLE + 6}`}
        />
      ) : null}
      {share !== 'open' && share > 0 ? (
        <line className="period-end" x1={end} x2={end} y1={MIDDLE - 6} y2={MIDDLE + 6} />
      ) : null}
      <circle className="period-today" cx={today} cy={MIDDLE} r={5} />
    </svg>
  );
}
