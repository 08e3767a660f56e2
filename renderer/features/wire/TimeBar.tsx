import type { TimeSpan } from './timeline-view';

interface TimeBarProps {
  readonly span: TimeSpan;
  /** Of the whole line, in units of which the window makes what it has room for. */
  readonly width?: number;
}

const HEIGHT = 12;
/** What is shorter than this would not be seen. */
const LEAST = 2;

/** Where on the line of time something was, waiting and receiving apart. Decorative: the numbers stand beside it. */
export function TimeBar({ span: { from, headers, to }, width = 96 }: TimeBarProps) {
  const room = width - LEAST;
  const start = from * room;
  const wait = Math.max(LEAST, (headers - from) * room);
  const receive = (to - headers) * room;
  return (
    <svg className="time-bar" viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} aria-hidden>
      <rect className="time-bar-line" x={0} y={HEIGHT / 2 - 0.5} width={width} height={1} />
      <rect className="time-bar-wait" x={start} y={2} width={wait} height={HEIGHT - 4} />
      {receive < 1 ? null : (
        <rect className="time-bar-receive" x={start + wait} y={2} width={receive} height={HEIGHT - 4} />
      )}
    </svg>
  );
}
