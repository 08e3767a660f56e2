import { useIntl } from 'react-intl';

import type { Money as Amount } from '../../preload/contract/consent-shapes';
import { formatMoney } from './format-money';
import './money.css';

interface MoneyProps {
  readonly money: Amount;
  /** `big`: the one big number of a page. An amount that would not fit as one is set smaller. */
  readonly size?: 'normal' | 'middle' | 'big';
}

/** From this many characters on, an amount is wider than a narrow window at the size of the big number. */
const LONG = 17;

/** An exact amount with its currency. Ink whatever its sign: spending is not an error. */
export function Money({ money, size = 'normal' }: MoneyProps) {
  const { locale } = useIntl();
  const text = formatMoney(money, locale);
  const isLong = text.length >= LONG;
  const shownSize = isLong && size === 'big' ? 'middle' : size;
  return (
    <data
      value={`${money.amount} ${money.currency}`}
      className={`money money-${shownSize}${isLong ? ' money-long' : ''}`}
    >
      {text}
    </data>
  );
}
