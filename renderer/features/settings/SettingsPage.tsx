import type { Preferences } from '../../../preload/contract/app-shapes';
import { PageHeader } from '../../ui/PageHeader';
import { usePreferences } from '../../ui/preferences';
import { Radio, RadioGroup } from '../../ui/RadioGroup';
import { ThemeChoice } from '../../parts/ThemeChoice';
import { useWords } from '../../ui/words';
import { SecretsSection } from './SecretsSection';
import './settings.css';

/** How the window looks, how secrets are kept, and what this is. */
export function SettingsPage({ appVersion }: { readonly appVersion: string }) {
  const say = useWords();
  return (
    <div className="page">
      <PageHeader title={say('settings.title')} />
      <section className="settings-section" aria-labelledby="settings-look">
        <h2 id="settings-look">{say('settings.look')}</h2>
        <ThemeChoice />
        <DepthChoice />
      </section>
      <SecretsSection />
      <section className="settings-section" aria-labelledby="settings-network">
        <h2 id="settings-network">{say('settings.network')}</h2>
        <ProxyChoice />
      </section>
      <section className="settings-section" aria-labelledby="settings-about">
        <h2 id="settings-about">{say('settings.about')}</h2>
        <p>
          {say('app.name')} · {say('settings.version', { version: appVersion })}
        </p>
        <p className="muted">{say('settings.licence')}</p>
      </section>
    </div>
  );
}

const PROXIES = ['system', 'environment', 'none'] as const satisfies readonly Preferences['proxy'][];

function ProxyChoice() {
  const say = useWords();
  const { preferences, choose } = usePreferences();
  return (
    <RadioGroup
      label={say('settings.proxy')}
      value={preferences.proxy}
      onChange={(proxy) => choose({ proxy })}
    >
      {PROXIES.map((proxy) => (
        <Radio key={proxy} value={proxy} description={say(`settings.proxy.${proxy}.about`)}>
          {say(`settings.proxy.${proxy}`)}
        </Radio>
      ))}
    </RadioGroup>
  );
}

function DepthChoice() {
  const say = useWords();
  const { preferences, choose } = usePreferences();
  return (
    <RadioGroup
      label={say('settings.depth')}
      value={preferences.depth}
      onChange={(depth) => choose({ depth })}
    >
      <Radio value="plain" description={say('settings.depth.plain.about')}>
        {say('settings.depth.plain')}
      </Radio>
      <Radio value="developer" description={say('settings.depth.developer.about')}>
        {say('settings.depth.developer')}
      </Radio>
    </RadioGroup>
  );
}
