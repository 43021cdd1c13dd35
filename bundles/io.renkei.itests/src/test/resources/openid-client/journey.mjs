// openid-client goes through every flow of the provider. The file that is named says where, and as which sites.
import { strict as assert } from 'node:assert'
import { readFileSync } from 'node:fs'
import { createServer, request } from 'node:https'
import * as jose from 'jose'
import * as client from 'openid-client'
import { PersonAtBrowser } from './person.mjs'

const setting = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const ca = readFileSync(setting.ca, 'utf8')
const told = []

function done(what) {
  console.log(`ok ${what}`)
}

/** As the built-in fetch, trusting the test's authority, and with a certificate where a site has one. */
function fetchWith(identity) {
  return (url, options) =>
    new Promise((resolve, reject) => {
      const headers = Object.fromEntries(new Headers(options.headers))
      const body = options.body == null ? undefined : options.body.toString()
      if (body !== undefined) headers['content-length'] = Buffer.byteLength(body)
      const sent = request(url, { method: options.method, headers, ca, ...identity }, (answer) => {
        const parts = []
        answer.on('data', (part) => parts.push(part))
        answer.on('end', () => {
          const empty = [204, 304].includes(answer.statusCode)
          resolve(new Response(empty ? null : Buffer.concat(parts), {
            status: answer.statusCode,
            headers: Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
          }))
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
}

async function imported(jwk) {
  return jose.importJWK(jwk, jwk.alg)
}

async function configured(site, metadata, authentication, identity = {}) {
  const config = await client.discovery(new URL(setting.issuer), site.id, metadata, authentication, {
    [client.customFetch]: fetchWith(identity),
  })
  return config
}

/** A provider that was just deployed needs a moment. */
async function answered() {
  const until = Date.now() + 60_000
  const url = new URL('/.well-known/openid-configuration', setting.issuer)
  for (;;) {
    const { status } = await person.get(url).catch((error) => ({ status: error.code }))
    if (status === 200) return
    assert.ok(Date.now() < until, `the provider answers ${status}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** A sign-on at a site: pushed, by the person's browser, and back. */
async function signOn(config, site, person, parameters = {}, options = {}) {
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const expectedState = client.randomState()
  const expectedNonce = client.randomNonce()
  const url = await client.buildAuthorizationUrlWithPAR(config, {
    redirect_uri: site.redirect,
    scope: 'openid offline_access',
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    nonce: expectedNonce,
    ...parameters,
  }, options)
  assert.deepEqual([...url.searchParams.keys()].sort(), ['client_id', 'request_uri'], 'nothing else stands in the URL')
  const back = await person.go(url, site.redirect)
  assert.equal(back.searchParams.get('iss'), setting.issuer)
  const tokens = await client.authorizationCodeGrant(config, back,
    { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true }, undefined, options)
  return { tokens, back, pkceCodeVerifier, expectedState, expectedNonce }
}

async function refused(promise, error) {
  await assert.rejects(promise, (e) => {
    assert.equal(e.error ?? e.cause?.error ?? e.code, error, e.stack)
    return true
  })
}

const keySite = setting.keySite
const tlsSite = setting.tlsSite
const person = new PersonAtBrowser(ca)
await answered()

const keyMetadata = {
  id_token_signed_response_alg: 'ES256',
  userinfo_signed_response_alg: 'ES256',
  introspection_signed_response_alg: 'ES256',
}
const key = await configured(keySite, keyMetadata,
  client.PrivateKeyJwt({ key: await imported(keySite.signingKey), kid: keySite.signingKey.kid }))
const decryption = await imported(keySite.encryptionKey)
client.enableDecryptingResponses(key, ['A256GCM'],
  { key: decryption, alg: 'ECDH-ES', kid: keySite.encryptionKey.kid })
assert.equal(key.serverMetadata().require_pushed_authorization_requests, true)
assert.deepEqual(key.serverMetadata().subject_types_supported, ['pairwise'])
done('discovery')

const server = createServer(
  { key: readFileSync(setting.logout.key), cert: readFileSync(setting.logout.certificate) },
  (call, answer) => {
    let body = ''
    call.setEncoding('utf8').on('data', (part) => (body += part))
    call.on('end', () => {
      told.push(new URLSearchParams(body).get('logout_token'))
      answer.writeHead(told.length === 1 ? 503 : 204).end()
    })
  })
await new Promise((resolve) => server.listen(setting.logout.port, '127.0.0.1', resolve))

// ---------------------------------------------------------------- private_key_jwt, DPoP, data

const DPoP = client.getDPoPHandle(key, await client.randomDPoPKeyPair('ES256'))
const wish = [{
  type: 'urn:renkei:handover',
  purpose: '住宅ローンの審査のため',
  items: [
    { number: '2', condition: 'latest' },
    { number: '5', condition: 'range', from: '2024-04-01', to: '2025-03-31' },
  ],
}]
const first = await signOn(key, keySite, person,
  { authorization_details: JSON.stringify(wish), ui_locales: 'en' }, { DPoP })
assert.equal(first.tokens.token_type, 'dpop')
assert.equal(first.tokens.authorization_details[0].type, 'urn:renkei:handover')
const claims = first.tokens.claims()
assert.equal(claims.account_kind, 'person')
assert.ok(claims.sid && claims.auth_time)
done('pushed request, PKCE, private_key_jwt, DPoP, ID token')

const userInfo = await client.fetchUserInfo(key, first.tokens.access_token, claims.sub, { DPoP })
assert.equal(userInfo.sub, claims.sub)
assert.ok(client.getDecryptedResponses(userInfo), 'it was encrypted')
done('userinfo, signed and encrypted')

const fetched = await client.fetchProtectedResource(key, first.tokens.access_token,
  new URL(key.serverMetadata().handover_endpoint), 'GET', undefined, undefined, { DPoP })
assert.equal(fetched.status, 200)
assert.equal(fetched.headers.get('content-type'), 'application/jwt')
const opened = await jose.compactDecrypt(await fetched.text(), decryption)
const keys = jose.createLocalJWKSet(JSON.parse((await person.get(new URL(key.serverMetadata().jwks_uri))).body))
const handover = await jose.jwtVerify(new TextDecoder().decode(opened.plaintext), keys,
  { issuer: setting.issuer, audience: keySite.id, typ: 'renkei-handover+jwt' })
assert.deepEqual(handover.payload.handover.items.map((item) => item.number), ['2', '5'])
assert.equal(handover.payload.handover.items[1].from, '2024-04-01')
assert.equal(handover.payload.sub, claims.sub)
done('handover, signed and encrypted')

const described = await client.tokenIntrospection(key, first.tokens.access_token)
assert.equal(described.active, true)
assert.ok(described.cnf.jkt)
done('introspection, as a JWT')

const renewed = await client.refreshTokenGrant(key, first.tokens.refresh_token, undefined, { DPoP })
assert.notEqual(renewed.refresh_token, first.tokens.refresh_token)
assert.equal(renewed.claims().sub, claims.sub)
await client.fetchUserInfo(key, renewed.access_token, claims.sub, { DPoP })
done('refresh, with a new refresh token')

await refused(client.refreshTokenGrant(key, first.tokens.refresh_token, undefined, { DPoP }), 'invalid_grant')
await refused(client.refreshTokenGrant(key, renewed.refresh_token, undefined, { DPoP }), 'invalid_grant')
assert.equal((await client.tokenIntrospection(key, renewed.access_token)).active, false)
done('a refresh token used twice ends its family')

// ---------------------------------------------------------------- a certificate

const identity = { key: readFileSync(tlsSite.key), cert: readFileSync(tlsSite.certificate) }
const tls = await configured(tlsSite,
  { id_token_signed_response_alg: 'ES256', userinfo_signed_response_alg: 'ES256', use_mtls_endpoint_aliases: true },
  client.TlsClientAuth(), identity)
const second = await signOn(tls, tlsSite, person, { authorization_details: JSON.stringify(wish) })
assert.equal(second.tokens.token_type, 'bearer')
assert.notEqual(second.tokens.claims().sub, claims.sub, 'each site has a subject of its own')
assert.equal(second.tokens.claims().sid, claims.sid, 'signed on without signing in again')
await client.fetchUserInfo(tls, second.tokens.access_token, second.tokens.claims().sub)
const plain = await client.fetchProtectedResource(tls, second.tokens.access_token,
  new URL(tls.serverMetadata().mtls_endpoint_aliases.handover_endpoint), 'GET')
await jose.jwtVerify(await plain.text(), keys, { issuer: setting.issuer, audience: tlsSite.id, typ: 'renkei-handover+jwt' })
const bound = await client.tokenIntrospection(tls, second.tokens.access_token)
assert.ok(bound.active && bound.cnf['x5t#S256'])
assert.equal((await client.tokenIntrospection(key, second.tokens.access_token)).active, false, "another site's")
done('a site with a certificate: tokens bound to it, data signed, introspection as JSON')

await client.tokenRevocation(tls, second.tokens.access_token)
assert.equal((await client.tokenIntrospection(tls, second.tokens.access_token)).active, false)
await client.tokenRevocation(tls, second.tokens.refresh_token)
await refused(client.refreshTokenGrant(tls, second.tokens.refresh_token), 'invalid_grant')
done('revocation')

// ---------------------------------------------------------------- single sign-on, logout

const third = await signOn(key, keySite, person, { scope: 'openid' }, { DPoP })
assert.equal(third.tokens.refresh_token, undefined)
const silent = await signOn(tls, tlsSite, person, { prompt: 'none', scope: 'openid' })
assert.equal(silent.tokens.claims().sid, claims.sid)
done('single sign-on, and prompt=none')

const end = client.buildEndSessionUrl(tls, {
  id_token_hint: silent.tokens.id_token, post_logout_redirect_uri: tlsSite.postLogout, state: 'bye' })
const gone = await person.go(end, tlsSite.postLogout)
assert.equal(gone.searchParams.get('state'), 'bye')
const deadline = Date.now() + 20_000
while (told.length < 2 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50))
assert.equal(told.length, 2, 'told again after it was not taken')
const word = await jose.jwtVerify(told[1], keys, { issuer: setting.issuer, audience: keySite.id, typ: 'logout+jwt' })
assert.equal(word.payload.sub, claims.sub)
assert.equal(word.payload.sid, claims.sid)
assert.deepEqual(word.payload.events, { 'http://schemas.openid.net/event/backchannel-logout': {} })
assert.equal(word.payload.nonce, undefined)
done('logout by a site, and back-channel logout at the other')

await refused(client.fetchUserInfo(key, third.tokens.access_token, claims.sub, { DPoP }), 'OAUTH_WWW_AUTHENTICATE_CHALLENGE')
await refused(signOn(tls, tlsSite, person, { prompt: 'none' }), 'login_required')
done('after the logout')

server.close()
server.closeAllConnections()
console.log('all done')
