import { stringify } from 'lossless-json';

/** An answer of the FDX API, before it goes out. */
export interface FdxAnswer {
  readonly status: number;
  /** Null has no body. */
  readonly body: object | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** How an FDX request fails: thrown where it is found, answered in one place. */
export class FdxRefusal extends Error {
  readonly answer: FdxAnswer;

  constructor(answer: FdxAnswer) {
    super(`FDX API: ${answer.status}`);
    this.answer = answer;
  }
}

export interface FdxError {
  readonly status: number;
  /** FDX error code; not the HTTP status, though some look like one. */
  readonly code: string;
  /** For the person. */
  readonly message: string;
  /** For the developer. */
  readonly debugMessage: string;
}

/** @see FDX API 6.x, Error */
export function fdxError({ status, code, message, debugMessage }: FdxError): FdxRefusal {
  return new FdxRefusal({ status, body: { code, message, debugMessage }, headers: {} });
}

/** @see RFC 6750 section 3, RFC 8705 section 3 */
export function notAuthenticated(debugMessage: string): FdxRefusal {
  const challenge = `Bearer realm="Sandbox Bank", error="invalid_token", error_description="${debugMessage}"`;
  const body = { code: '603', message: 'Authentication failed', debugMessage };
  return new FdxRefusal({ status: 401, body, headers: { 'www-authenticate': challenge } });
}

/** The consent does not cover it; asking again does not help. */
export function notCovered(debugMessage: string): FdxRefusal {
  return fdxError({ status: 403, code: '602', message: 'Customer not authorized', debugMessage });
}

export function notFound(debugMessage: string): FdxRefusal {
  return fdxError({ status: 404, code: '404', message: 'Not found', debugMessage });
}

export function invalidInput(debugMessage: string): FdxRefusal {
  return fdxError({ status: 400, code: '401', message: 'Invalid input', debugMessage });
}

export function ok(body: object): FdxAnswer {
  return { status: 200, body, headers: {} };
}

export const noContent: FdxAnswer = { status: 204, body: null, headers: {} };

/** JSON with amounts written digit by digit as the bank keeps them: 3322.10, not 3322.1. */
export function toJson(body: object): string {
  return stringify(body) ?? '{}';
}
