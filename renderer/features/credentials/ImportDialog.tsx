import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';

import type { ImportView } from '../../../preload/contract/credential-shapes';
import { FailureNotice } from '../../parts/FailureNotice';
import { titleOf, wordKind } from '../../parts/key-words';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { TextField } from '../../ui/TextField';
import { formatInstant } from '../../ui/format-instant';
import { Phrased, useWords } from '../../ui/words';
import { wordRefusal } from './credential-words';
import { type Import, useImport } from './use-import';

interface ImportDialogProps {
  readonly onClose: () => void;
  readonly onImported: (name: string) => void;
}

/** Imports a key with its certificate. Main reads the files and the clipboard; this window never sees a key. */
export function ImportDialog({ onClose, onImported }: ImportDialogProps) {
  const say = useWords();
  const importing = useImport(onImported);
  const { view, isBusy, isReady, failure } = importing;
  return (
    <Dialog
      title={say('keys.import.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('keys.cancel')}</Button>
          {isReady ? (
            <Button variant="primary" isPending={isBusy} onPress={importing.keep}>
              {say('keys.import.keep')}
            </Button>
          ) : null}
        </>
      }
    >
      <p>{say('keys.import.about')}</p>
      <p className="muted">{say('keys.import.quiet')}</p>
      <div className="key-actions">
        <Button isPending={isBusy} onPress={() => importing.add('files')}>
          {say('keys.import.files')}
        </Button>
        <Button isPending={isBusy} onPress={() => importing.add('clipboard')}>
          {say('keys.import.clipboard')}
        </Button>
      </div>
      {view === null ? null : <Found view={view} isReady={isReady} />}
      {view?.needs === 'passphrase' ? <PassphraseForm importing={importing} /> : null}
      {failure === null ? null : <FailureNotice failure={failure} />}
    </Dialog>
  );
}

function Found({ view, isReady }: { readonly view: ImportView; readonly isReady: boolean }) {
  const say = useWords();
  const { needs, refusal, warnings, certificate } = view;
  return (
    <>
      {refusal === null ? null : <Refusal view={view} refusal={refusal} />}
      {warnings.map((warning) => (
        <Notice key={warning} kind="warn">
          <p>{say(`keys.warning.${warning}`)}</p>
        </Notice>
      ))}
      {certificate === null || refusal !== null ? null : <FoundCertificate certificate={certificate} />}
      {needs === null || refusal !== null ? null : (
        <Notice kind="info">
          <p>{say(`keys.import.more.${needs}`)}</p>
        </Notice>
      )}
      {isReady ? (
        <Notice kind="success">
          <p>{say('keys.import.ready')}</p>
        </Notice>
      ) : null}
    </>
  );
}

function FoundCertificate({ certificate }: { readonly certificate: NonNullable<ImportView['certificate']> }) {
  const say = useWords();
  const { locale } = useIntl();
  const day = (atMs: number) => formatInstant(atMs, 'day', locale);
  const { notBeforeMs, notAfterMs, issuer, authorities } = certificate;
  return (
    <p>
      <strong>{titleOf(certificate)}</strong>
      <br />
      <Phrased phrase={wordKind(certificate)} />
      {', '}
      {say('keys.fact.valid.value', { from: day(notBeforeMs), to: day(notAfterMs) })}
      {issuer === null ? null : (
        <>
          <br />
          {say('keys.import.issued', { issuer, count: authorities.length })}
        </>
      )}
    </p>
  );
}

interface RefusalProps {
  readonly view: ImportView;
  readonly refusal: NonNullable<ImportView['refusal']>;
}

function Refusal({ view, refusal }: RefusalProps) {
  const { locale } = useIntl();
  const day = (atMs: number) => formatInstant(atMs, 'day', locale);
  const { what, next } = wordRefusal(refusal, view.certificate, day, view.detail);
  return (
    <Notice kind={refusal === 'private-key-set' ? 'warn' : 'danger'} title={<Phrased phrase={what} />}>
      <p>
        <Phrased phrase={next} />
      </p>
    </Notice>
  );
}

function PassphraseForm({ importing }: { readonly importing: Import }) {
  const say = useWords();
  const [passphrase, setPassphrase] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    importing.open(passphrase);
  };
  return (
    <form className="key-form" onSubmit={submit}>
      <TextField
        label={say('keys.import.passphrase')}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
      />
      <Button type="submit" variant="primary" isPending={importing.isBusy}>
        {say('keys.import.open')}
      </Button>
    </form>
  );
}
