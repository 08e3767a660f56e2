import { useIntl } from 'react-intl';

import type { Money as Amount } from '../../preload/contract/consent-shapes';
import { formatMoney } from './format-money';
import './money.css';

interface MoneyProps {
  readonly money: Amount;
  /** `big`: the one big number of a page. */
  readonly size?: 'normal' | 'middle' | 'big';
}

/** An exact amount with its currency. Ink whatever its sign: spending is not an error. */
export function Money({ money, size = 'normal' }: MoneyProps) {
  const { locale } = useIntl();
  return (
    <data value={`${money.amount} ${money.currency}`} className={`money money-${size}`}>
      {formatMoney(money, locale)}
    </data>
  );
}
