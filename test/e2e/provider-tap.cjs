// Loaded into the process of a provider: writes down each request that it hears, with what it answers.
const { subscribe } = require('node:diagnostics_channel');
const { appendFileSync } = require('node:fs');
const { pathToFileURL } = require('node:url');

subscribe('http.server.request.start', ({ request, response }) => {
  const heard = [];
  const push = request.push;
  request.push = (chunk, ...more) => {
    if (chunk) heard.push(Buffer.from(chunk));
    return push.call(request, chunk, ...more);
  };
  const said = [];
  for (const name of ['write', 'end']) {
    const send = response[name];
    response[name] = (chunk, ...more) => {
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) said.push(Buffer.from(chunk));
      return send.call(response, chunk, ...more);
    };
  }
  response.once('close', () => {
    const exchange = {
      target: request.url,
      headers: request.headers,
      body: Buffer.concat(heard).toString(),
      answer: { headers: response.getHeaders(), body: Buffer.concat(said).toString() },
    };
    appendFileSync(process.env.TEST_PROVIDER_RECORD, `${JSON.stringify(exchange)}\n`);
  });
});

// Where it takes the place of the provider's own entry, it goes on with that.
if (process.env.TEST_TAPPED_ENTRY) void import(pathToFileURL(process.env.TEST_TAPPED_ENTRY));
