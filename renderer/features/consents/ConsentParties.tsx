import type { ConsentDetail } from '../../../preload/contract/consent-shapes';
import { useWords } from '../../ui/words';

/** The companies that the bank names in the consent. */
export function ConsentParties({ detail }: { readonly detail: ConsentDetail }) {
  const say = useWords();
  const { parties, partyCount } = detail;
  return (
    <section className="consent-section" aria-labelledby="consent-parties">
      <h2 id="consent-parties">{say('consents.parties')}</h2>
      {parties.length === 0 ? (
        <p className="muted">{say('consents.parties.none')}</p>
      ) : (
        <ul className="consent-items">
          {parties.map(({ name, type }) => (
            <li key={`${name} ${type}`}>
              <bdi>{name}</bdi> {type === null ? null : <span className="mono muted">{type}</span>}
            </li>
          ))}
        </ul>
      )}
      {partyCount === parties.length ? null : (
        <p className="muted">{say('consents.parties.more', { shown: parties.length, count: partyCount })}</p>
      )}
    </section>
  );
}
