/** The certificate of RFC 8705 appendix A, EC P-256, ended in 2022. */
export const RFC8705_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBBjCBrAIBAjAKBggqhkjOPQQDAjAPMQ0wCwYDVQQDDARtdGxzMB4XDTE4MTAx
ODEyMzcwOVoXDTIyMDUwMjEyMzcwOVowDzENMAsGA1UEAwwEbXRsczBZMBMGByqG
SM49AgEGCCqGSM49AwEHA0IABNcnyxwqV6hY8QnhxxzFQ03C7HKW9OylMbnQZjjJ
/Au08/coZwxS7LfA4vOLS9WuneIXhbGGWvsDSb0tH6IxLm8wCgYIKoZIzj0EAwID
SQAwRgIhAP0RC1E+vwJD/D1AGHGzuri+hlV/PpQEKTWUVeORWz83AiEA5x2eXZOV
bUlJSGQgjwD5vaUaKlLR50Q2DmFfQj1L+SY=
-----END CERTIFICATE-----
`;

/** Its `x5t#S256`, as the RFC prints it. */
export const RFC8705_THUMBPRINT = 'A4DtL2JmUMhAsvJj5tKyn64SqzmuXbMrJa0n761y5v0';

/** Its public key, as the RFC prints it. */
export const RFC8705_KEY = {
  kty: 'EC',
  crv: 'P-256',
  x: '1yfLHCpXqFjxCeHHHMVDTcLscpb07KUxudBmOMn8C7Q',
  y: '8_coZwxS7LfA4vOLS9WuneIXhbGGWvsDSb0tH6IxLm8',
} as const;
