import { useIntl } from 'react-intl';

import { formatDistance, formatInstant, type InstantStyle } from './format-instant';
import { useNow } from './use-now';

interface InstantProps {
  /** Epoch milliseconds, UTC. */
  readonly atMs: number;
  readonly style: InstantStyle;
}

/** A point in time in the person's language and time zone; the exact one is in its tooltip. */
export function Instant({ atMs, style }: InstantProps) {
  const { locale } = useIntl();
  if (style === 'relative') return <RelativeInstant atMs={atMs} />;
  return <time dateTime={new Date(atMs).toISOString()}>{formatInstant(atMs, style, locale)}</time>;
}

function RelativeInstant({ atMs }: { readonly atMs: number }) {
  const { locale } = useIntl();
  const nowMs = useNow(30_000);
  return (
    <time dateTime={new Date(atMs).toISOString()} title={formatInstant(atMs, 'day-time', locale)}>
      {formatDistance(atMs, nowMs, locale)}
    </time>
  );
}
