import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import { LinkButton } from '../../ui/LinkButton';
import { PageHeader } from '../../ui/PageHeader';
import { useDepth } from '../../ui/preferences';
import { useWords } from '../../ui/words';
import { ConsentButtons } from './ConsentButtons';
import { ConsentDates } from './ConsentDates';
import { ConsentGranted, ConsentStopReport } from './ConsentGranted';
import { ConsentLess } from './ConsentLess';
import { ConsentMoney } from './ConsentMoney';
import { ConsentNotices } from './ConsentNotices';
import { ConsentParties } from './ConsentParties';
import { ConsentRecords } from './ConsentRecords';
import { ConsentSentences } from './ConsentSentences';
import { ConsentState } from './ConsentState';
import { ConsentTerms } from './ConsentTerms';
import './consents.css';
import { SiteButton } from './SiteButton';
import { useConsentActions } from './use-consent-actions';

interface ConsentPageProps {
  readonly detail: ConsentDetail;
  readonly isSandbox: boolean;
  /** Whether the bank has a page of its own on which the consent can be seen and stopped. */
  readonly hasSite: boolean;
  readonly onForgotten: () => void;
  readonly onSettings: () => void;
  readonly onConsents: () => void;
  readonly onWire: () => void;
}

/** One consent: first what it means and what came of it, then the records themselves. */
export function ConsentPage({ detail, isSandbox, hasSite, ...ways }: ConsentPageProps) {
  const say = useWords();
  const depth = useDepth();
  const actions = useConsentActions(detail, ways.onForgotten);
  const siteButton = hasSite ? <SiteButton provider={detail.providerName} actions={actions} /> : null;

  return (
    <div className="page">
      <PageHeader
        eyebrow={<LinkButton onPress={ways.onConsents}>{say('consents.title')}</LinkButton>}
        title={say('consents.detail.title', {
          provider: detail.providerName,
          purpose: say(`purpose.${detail.purpose}`),
        })}
        isSandbox={isSandbox}
        lead={<ConsentState detail={detail} />}
        actions={<ConsentButtons detail={detail} actions={actions} siteButton={siteButton} />}
      />
      <ConsentNotices
        detail={detail}
        actions={actions}
        siteButton={siteButton}
        onSettings={ways.onSettings}
      />
      <ConsentLess detail={detail} />
      <ConsentMoney detail={detail} />
      <div className="consent-columns">
        <ConsentSentences detail={detail} />
        <div className="consent-beside">
          <ConsentGranted detail={detail} />
          <ConsentStopReport detail={detail} />
          <ConsentDates detail={detail} />
        </div>
      </div>
      <ConsentTerms detail={detail} />
      {depth === 'developer' ? <ConsentParties detail={detail} /> : null}
      <ConsentRecords detail={detail} onWire={ways.onWire} />
    </div>
  );
}
