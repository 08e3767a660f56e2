import type { SandboxDescriptor } from './bank';

/** What the bank tells the process that started it. */
type SandboxMessage =
  | { readonly type: 'ready'; readonly descriptor: SandboxDescriptor }
  | { readonly type: 'failed'; readonly reason: string };

/** The side of an Electron utility process that this bank uses; `electron` itself is never imported. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** Whoever started the bank: an application, or a person at a terminal. */
export interface Parent {
  tell(message: SandboxMessage): void;
  /** A plain sentence, for the person. */
  say(sentence: string): void;
  onStop(stop: () => void): void;
}

export function findParent(): Parent {
  const { parentPort } = process as typeof process & { readonly parentPort?: ParentPort };
  return parentPort === undefined ? terminal() : application(parentPort);
}

function application(port: ParentPort): Parent {
  return {
    tell: (message) => port.postMessage(message),
    say: (sentence) => console.error(sentence),
    onStop: (stop) => {
      port.on('message', ({ data }) => {
        if (typeof data === 'object' && data !== null && 'type' in data && data.type === 'stop') stop();
      });
      onSignals(stop);
    },
  };
}

function terminal(): Parent {
  return {
    tell: (message) => (message.type === 'ready' ? greet(message.descriptor) : console.error(message.reason)),
    say: (sentence) => console.error(sentence),
    onStop: onSignals,
  };
}

/** Lines to read first, and the descriptor as one line of JSON last, for a program that reads along. */
function greet(descriptor: SandboxDescriptor): void {
  console.log(`${descriptor.name} is open at ${descriptor.issuer}`);
  console.log(`FDX API: ${descriptor.fdxBaseUrl}`);
  console.log(`Register a client: POST ${descriptor.registrationEndpoint}`);
  console.log('Every customer signs in with the password: sandbox. Stop with Ctrl+C.');
  console.log(JSON.stringify(descriptor));
}

function onSignals(stop: () => void): void {
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
