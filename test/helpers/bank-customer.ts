import { Agent, fetch } from 'undici';

/** What a bank's pages show at one moment. */
interface SeenPage {
  readonly url: string;
  readonly status: number;
  readonly html: string;
  /** The text of the page's main heading. */
  readonly heading: string;
  readonly headers: ReadonlyMap<string, string>;
}

export interface Sharing {
  /** Nicknames of the accounts to share, such as "Household"; all of them when left out. */
  readonly accounts?: readonly string[];
  /** Data clusters to switch off. */
  readonly switchOff?: readonly string[];
}

/** A person at the pages of the sandbox bank, with a browser that keeps cookies and runs no script. */
export interface BankCustomer {
  /** Opens an authorization URL, or any page of the bank. */
  open(url: string): Promise<SeenPage>;
  /** Signs in on the page that is open. */
  signInAs(name: string, password?: string): Promise<SeenPage>;
  /** Shares, and returns the address of the app that the bank sends the browser to. It is not opened. */
  share(sharing?: Sharing): Promise<string>;
  /** Declines or cancels, and returns the address of the app. */
  decline(): Promise<string>;
  /** Like `share`, for when the bank is expected to show the page again. */
  tryToShare(sharing?: Sharing): Promise<SeenPage>;
  /** Presses the first button of this name, whose form stays at the bank, as it stands on the page. */
  press(button: string): Promise<SeenPage>;
  /** The page that is open. */
  page(): SeenPage;
}

/** @param caPem the bank's certificate, from its descriptor */
export function bankCustomer({ caPem }: { readonly caPem: string }): BankCustomer {
  const browser = new Browser(caPem);
  return {
    open: (url) => browser.go(url),
    signInAs: (name, password) => browser.signInAs(name, password),
    share: async (sharing = {}) =>
      browser.leave(await browser.press('share', shareFields(browser.page, sharing))),
    tryToShare: async (sharing = {}) =>
      browser.stay(await browser.press('share', shareFields(browser.page, sharing))),
    decline: async () => browser.leave(await browser.press('decline', [])),
    press: (button) => browser.pressButton(button),
    page: () => browser.page,
  };
}

type Fields = readonly (readonly [name: string, value: string])[];

interface Stop {
  /** Set when the bank sent the browser away. */
  readonly leftTo: string | null;
}

class Browser {
  readonly #dispatcher: Agent;
  readonly #cookies: { readonly name: string; readonly value: string; readonly path: string }[] = [];
  #page: SeenPage | null = null;

  constructor(caPem: string) {
    this.#dispatcher = new Agent({ connect: { ca: caPem }, keepAliveTimeout: 1000 });
  }

  get page(): SeenPage {
    if (this.#page === null) throw new Error('no page of the bank is open');
    return this.#page;
  }

  async go(url: string): Promise<SeenPage> {
    return this.stay(await this.#request(url, null));
  }

  async signInAs(name: string, password = 'sandbox'): Promise<SeenPage> {
    const button = buttons(this.page.html).find(({ label }) => label === `Sign in as ${name}`);
    if (button === undefined)
      throw new Error(`the page has no button "Sign in as ${name}": ${this.page.heading}`);
    return this.stay(
      await this.press('sign-in', [
        ['password', password],
        ['customer', button.value],
      ]),
    );
  }

  async pressButton(label: string): Promise<SeenPage> {
    const forms = [...this.page.html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)];
    const form = forms.find(([, , inside = '']) => buttons(inside).some((button) => button.label === label));
    if (form === undefined) throw new Error(`the page has no button "${label}": ${this.page.heading}`);
    const [, tag = '', inside = ''] = form;
    const fields = [...inside.matchAll(/<input type="hidden"[^>]*>/g)].map(
      ([input]) => [attribute(input, 'name'), attribute(input, 'value')] as const,
    );
    const url = new URL(attribute(tag, 'action'), this.page.url).href;
    return this.stay(await this.#request(url, attribute(tag, 'method') === 'post' ? fields : null));
  }

  /** Posts a form of the page to the address that it names itself. */
  async press(step: string, fields: Fields): Promise<Stop> {
    const path = new RegExp(`(?:form)?action="([^"]*/${step})"`).exec(this.page.html)?.[1];
    if (path === undefined) throw new Error(`the page has nothing to ${step}: ${this.page.heading}`);
    return this.#request(new URL(path, this.page.url).href, fields);
  }

  stay({ leftTo }: Stop): SeenPage {
    if (leftTo !== null) throw new Error(`the bank sent the browser away to ${new URL(leftTo).origin}`);
    return this.page;
  }

  leave({ leftTo }: Stop): string {
    if (leftTo === null)
      throw new Error(`the bank kept the browser: ${this.page.status} ${this.page.heading}`);
    return leftTo;
  }

  async #request(start: string, form: Fields | null): Promise<Stop> {
    const { origin } = new URL(start);
    let body = form;
    for (let url = start; ; body = null) {
      const response = await this.#fetch(url, body);
      const location = response.headers.get('location');
      if (location === null) {
        const html = await response.text();
        const heading = textOf(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '');
        const headers = new Map(response.headers);
        this.#page = { url, status: response.status, html, heading, headers };
        return { leftTo: null };
      }
      url = new URL(location, url).href;
      if (new URL(url).origin !== origin) return { leftTo: url };
    }
  }

  async #fetch(url: string, form: Fields | null): Promise<Awaited<ReturnType<typeof fetch>>> {
    const { pathname, origin } = new URL(url);
    const sent = this.#cookies.filter(
      ({ path }) => pathname === path || pathname.startsWith(`${path.replace(/\/$/, '')}/`),
    );
    const response = await fetch(url, {
      dispatcher: this.#dispatcher,
      redirect: 'manual',
      method: form === null ? 'GET' : 'POST',
      headers: {
        accept: 'text/html',
        cookie: sent.map(({ name, value }) => `${name}=${value}`).join('; '),
        ...(form === null ? {} : { origin, 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form === null
        ? {}
        : { body: new URLSearchParams(form.map(([name, value]) => [name, value])).toString() }),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
    const known = this.#cookies.findIndex((cookie) => cookie.name === name && cookie.path === path);
    if (known >= 0) this.#cookies.splice(known, 1);
    const value = pair.slice(at + 1);
    if (value !== '') this.#cookies.push({ name, value, path });
  }
}

function shareFields({ html }: SeenPage, { accounts, switchOff = [] }: Sharing): Fields {
  const boxes = checkboxes(html);
  const stranger = [
    ...(accounts ?? []).filter(
      (label) => !boxes.some((box) => box.name === 'account' && box.label === label),
    ),
    ...switchOff.filter((cluster) => !boxes.some((box) => box.name === 'item' && box.value === cluster)),
  ][0];
  if (stranger !== undefined) throw new Error(`the page offers no ${stranger}`);
  return boxes
    .filter(({ name, value, label, checked }) => {
      if (name === 'account') return accounts === undefined ? checked : accounts.includes(label);
      return checked && !switchOff.includes(value);
    })
    .map(({ name, value }) => [name, value] as const);
}

interface Checkbox {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
}

function checkboxes(html: string): readonly Checkbox[] {
  return [...html.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].map(([tag]) => ({
    name: attribute(tag, 'name'),
    value: attribute(tag, 'value'),
    checked: / checked/.test(tag),
    label: textOf(
      new RegExp(`<label[^>]*for="${attribute(tag, 'id')}"[^>]*>(.*?)</label>`, 's').exec(html)?.[1] ?? '',
    ),
  }));
}

function buttons(html: string): readonly { readonly label: string; readonly value: string }[] {
  return [...html.matchAll(/<button([^>]*)>(.*?)<\/button>/gs)].map(([, attributes = '', label = '']) => ({
    value: attribute(attributes, 'value'),
    label: textOf(label),
  }));
}

function attribute(tag: string, name: string): string {
  return textOf(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
