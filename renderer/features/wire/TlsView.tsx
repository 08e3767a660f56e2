import type { ExchangeDetail } from '../../../preload/contract/wire-shapes';
import { Fact, FactList } from '../../ui/FactList';
import { Instant } from '../../ui/Instant';
import { useWords, Words } from '../../ui/words';
import { TimesView } from './TimesView';

/** What TLS agreed on, who the other side proved to be, and when everything happened. */
export function TlsView({ detail }: { readonly detail: ExchangeDetail }) {
  const say = useWords();
  const { tls, kind, proxy } = detail;
  if (tls === null)
    return (
      <div className="wire-tls">
        {proxy === null ? null : <Way proxy={proxy} />}
        <p className="muted">{say(kind === 'browser' ? 'wire.tls.none' : 'wire.tls.never')}</p>
        <TimesView detail={detail} />
      </div>
    );
  return (
    <div className="wire-tls">
      {proxy === null ? null : <Way proxy={proxy} />}
      <FactList values="in-column">
        <Fact name={say('wire.tls.protocol')}>{tls.protocol}</Fact>
        <Fact name={say('wire.tls.cipher')}>{tls.cipher}</Fact>
        <Fact name={say('wire.tls.own')}>
          {tls.ownThumbprint === null ? (
            say('wire.tls.own.none')
          ) : (
            <>
              <code>{tls.ownThumbprint}</code>
              <span className="muted">{say('wire.tls.own.about')}</span>
            </>
          )}
        </Fact>
      </FactList>
      <h3>{say('wire.tls.chain')}</h3>
      <ol className="wire-chain">
        {tls.peerChain.map((certificate) => (
          <li key={certificate.fingerprintSha256}>
            <Certificate certificate={certificate} />
          </li>
        ))}
      </ol>
      <TimesView detail={detail} />
    </div>
  );
}

function Way({ proxy }: { readonly proxy: string }) {
  const say = useWords();
  return (
    <FactList values="in-column">
      <Fact name={say('wire.tls.proxy')}>
        <code>{proxy}</code>
        <span className="muted">{say('wire.tls.proxy.about')}</span>
      </Fact>
    </FactList>
  );
}

type PeerCertificate = NonNullable<ExchangeDetail['tls']>['peerChain'][number];

function Certificate({ certificate }: { readonly certificate: PeerCertificate }) {
  const say = useWords();
  const { subject, issuer, notBeforeMs, notAfterMs, fingerprintSha256 } = certificate;
  return (
    <FactList values="in-column">
      <Fact name={say('wire.tls.subject')}>{subject}</Fact>
      <Fact name={say('wire.tls.issuer')}>{issuer}</Fact>
      <Fact name={say('wire.tls.valid')}>
        <Words
          id="wire.tls.valid.range"
          values={{
            from: <Instant key="from" atMs={Math.max(0, notBeforeMs)} style="day" />,
            to: <Instant key="to" atMs={Math.max(0, notAfterMs)} style="day" />,
          }}
        />
      </Fact>
      <Fact name={say('wire.tls.fingerprint')}>
        <code>{fingerprintSha256}</code>
      </Fact>
    </FactList>
  );
}
