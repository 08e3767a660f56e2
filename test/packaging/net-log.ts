/** Whom Chromium asked for or talked to, by its own log of its network stack (`--log-net-log`). */
export interface Contacts {
  readonly loopback: readonly string[];
  readonly beyond: readonly string[];
}

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly {
    readonly type: number;
    readonly source: { readonly id: number };
    readonly params?: { readonly host?: string; readonly address?: string };
  }[];
}

/**
 * The names that it looked up and the addresses that it talked to. `~notfound` is no name: the app's resolver rule
 * puts it in place of every host but this computer, and nothing is asked of anybody.
 *
 * A UDP socket counts only when it has sent bytes: to learn whether there is IPv6, Chromium connects one to a
 * well-known address and sends nothing.
 */
export function readContacts(text: string): Contacts {
  const { constants, events } = JSON.parse(text) as NetLog;
  const ofType = (name: string) => events.filter(({ type }) => type === constants.logEventTypes[name]);
  const speaking = new Set(ofType('UDP_BYTES_SENT').map(({ source }) => source.id));
  const contacts = [
    ...ofType('HOST_RESOLVER_MANAGER_REQUEST').map(({ params }) => params?.host),
    ...ofType('TCP_CONNECT_ATTEMPT').map(({ params }) => params?.address),
    ...ofType('UDP_CONNECT')
      .filter(({ source }) => speaking.has(source.id))
      .map(({ params }) => params?.address),
  ]
    .filter((contact) => contact !== undefined)
    .filter((contact) => !/^https?:\/\/~notfound$/.test(contact));
  return {
    loopback: contacts.filter(isLoopback),
    beyond: contacts.filter((contact) => !isLoopback(contact)),
  };
}

/** For example `127.0.0.1:44359`, `https://127.0.0.1:44359` or `[::1]:80`. */
function isLoopback(contact: string): boolean {
  return /^(?:https?:\/\/)?(?:127\.\d+\.\d+\.\d+|\[::1\]|localhost)(?::\d+)?$/.test(contact);
}
