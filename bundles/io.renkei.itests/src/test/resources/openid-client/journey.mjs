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

/** As the built-in fetch, trusting the test's authority, and with a certificate where a site has one. Notes the nonces that were asked for. */
const noncesAsked = []
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
          const text = Buffer.concat(parts)
          if (text.includes('use_dpop_nonce')) noncesAsked.push(new URL(url).pathname)
          const empty = [204, 304].includes(answer.statusCode)
          resolve(new Response(empty ? null : text, {
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

/** A site that verifies each signature, also where TLS would do. */
async function configured(site, metadata, authentication, identity = {}) {
  const config = await client.discovery(new URL(setting.issuer), site.id, metadata, authentication, {
    [client.customFetch]: fetchWith(identity),
  })
  client.enableNonRepudiationChecks(config)
  return config
}

/** A site pushes a request, and sends the browser to the address. */
async function begun(config, site, parameters = {}, options = {}, signed) {
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const expectedState = client.randomState()
  const expectedNonce = client.randomNonce()
  let all = {
    redirect_uri: site.redirect,
    scope: 'openid offline_access',
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    nonce: expectedNonce,
    ...parameters,
  }
  if (signed) all = (await client.buildAuthorizationUrlWithJAR(config, all, signed)).searchParams
  const url = await client.buildAuthorizationUrlWithPAR(config, all, options)
  assert.deepEqual([...url.searchParams.keys()].sort(), ['client_id', 'request_uri'], 'nothing else stands in the URL')
  return { url, checks: { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true } }
}

/** A sign-on at a site: pushed, by the person's browser, and back. */
async function signOn(config, site, doing = {}, parameters = {}, options = {}, signed) {
  const { url, checks } = await begun(config, site, parameters, options, signed)
  const back = await person.go(url, site.redirect, doing)
  assert.equal(back.searchParams.get('iss'), setting.issuer)
  const tokens = await client.authorizationCodeGrant(config, back, checks, undefined, options)
  return { tokens, back, checks }
}

async function refused(promise, error) {
  await assert.rejects(promise, (e) => {
    assert.equal(e.error ?? e.cause?.error ?? e.code, error, e.stack)
    return true
  })
}

async function until(what, look) {
  const deadline = Date.now() + 60_000
  while (!(await look())) {
    assert.ok(Date.now() < deadline, what)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const keySite = setting.keySite
const tlsSite = setting.tlsSite
const person = new PersonAtBrowser(setting.person)

const keyMetadata = {
  id_token_signed_response_alg: 'ES256',
  userinfo_signed_response_alg: 'ES256',
  introspection_signed_response_alg: 'ES256',
}
const siteKey = { key: await imported(keySite.signingKey), kid: keySite.signingKey.kid }
const key = await configured(keySite, keyMetadata, client.PrivateKeyJwt(siteKey))
const decryption = await imported(keySite.encryptionKey)
client.enableDecryptingResponses(key, ['A256GCM'],
  { key: decryption, alg: 'ECDH-ES', kid: keySite.encryptionKey.kid })
assert.equal(key.serverMetadata().require_pushed_authorization_requests, true)
assert.deepEqual(key.serverMetadata().subject_types_supported, ['pairwise'])
assert.deepEqual(key.serverMetadata().request_object_signing_alg_values_supported.sort(), ['ES256', 'ES384', 'PS256'])
done('discovery')

const identityOfServer = readFileSync(setting.logout.identity)
const server = createServer({ key: identityOfServer, cert: identityOfServer }, (call, answer) => {
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
    { number: '7-3', condition: 'range', from: '2024-04-01', to: '2025-03-31' },
  ],
}]
const asking = { authorization_details: JSON.stringify(wish), ui_locales: 'en' }
const first = await signOn(key, keySite, { choose: ['2', '7-3'] }, asking, { DPoP })
assert.deepEqual(person.pages, ['sign-in', 'link', 'consent'])
assert.deepEqual(noncesAsked, ['/oidc/token'], 'asked for a nonce once, and was given the next ones')
assert.equal(first.tokens.token_type, 'dpop')
assert.equal(first.tokens.authorization_details[0].type, 'urn:renkei:handover')
const claims = first.tokens.claims()
assert.equal(claims.account_kind, 'person')
assert.ok(claims.sid && claims.auth_time)
done('pushed request, sign-in, both consents, PKCE, private_key_jwt, DPoP with a nonce, ID token')

const userInfo = await client.fetchUserInfo(key, first.tokens.access_token, claims.sub, { DPoP })
assert.equal(userInfo.sub, claims.sub)
assert.ok(client.getDecryptedResponses(userInfo), 'it was encrypted')
done('userinfo, signed and encrypted')

const keys = jose.createRemoteJWKSet(new URL(key.serverMetadata().jwks_uri), { [jose.customFetch]: fetchWith({}), cooldownDuration: 0 })
const handoverUrl = new URL(key.serverMetadata().handover_endpoint)
async function handedOver(tokens) {
  const fetched = await client.fetchProtectedResource(key, tokens.access_token, handoverUrl, 'GET', undefined, undefined, { DPoP })
  assert.equal(fetched.status, 200)
  assert.equal(fetched.headers.get('content-type'), 'application/jwt')
  const opened = await jose.compactDecrypt(await fetched.text(), decryption)
  return jose.jwtVerify(new TextDecoder().decode(opened.plaintext), keys,
    { issuer: setting.issuer, audience: keySite.id, typ: 'renkei-handover+jwt' })
}
const { payload } = await handedOver(first.tokens)
assert.deepEqual(payload.handover.items.map((item) => item.number).sort(), ['2', '7-3'])
assert.equal(payload.handover.items.find((item) => item.number === '7-3').from, '2024-04-01')
assert.ok(payload.handover.items[0].values.length > 0, 'there is a value in it')
assert.equal(payload.sub, claims.sub)
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

// ---------------------------------------------------------------- what is not consented to, or asked for wrongly

const some = await signOn(key, keySite, { choose: ['2'] }, asking, { DPoP }, siteKey)
assert.deepEqual(person.pages, ['consent'], 'signed in and linked already')
assert.deepEqual((await handedOver(some.tokens)).payload.handover.items.map((item) => item.number), ['2'])
done('a signed request; an item that the person did not choose is not handed over')

const foreign = { key: (await jose.generateKeyPair('ES256')).privateKey, kid: siteKey.kid }
await refused(begun(key, keySite, asking, { DPoP }, foreign), 'invalid_request_object')
done('a request that somebody else signed')

const more = [{ ...wish[0], items: [{ number: '1', condition: 'latest' }] }]
await refused(begun(key, keySite, { authorization_details: JSON.stringify(more) }), 'invalid_authorization_details')
done("an item that is not in the site's file")

const no = await begun(key, keySite, asking)
const denied = await person.go(no.url, keySite.redirect, { agrees: false })
await refused(client.authorizationCodeGrant(key, denied, no.checks), 'access_denied')
done('the person says no')

async function comesBackWith(parameter) {
  const { url } = await begun(key, keySite)
  return (await person.go(url, keySite.redirect)).searchParams.get(parameter)
}
await person.operator('/close')
await until('the site is closed', async () => (await comesBackWith('error')) === 'temporarily_unavailable')
await person.operator('/open')
await until('the site is open', () => comesBackWith('code'))
done('a site outside of its hours')

await refused(begun(key, keySite, { redirect_uri: 'https://elsewhere.example/back' }), 'invalid_request')
done('a wrong redirect')

const misled = await configured(keySite, keyMetadata, client.PrivateKeyJwt(siteKey, {
  [client.modifyAssertion]: (header, claim) => (claim.aud = 'https://another.example'),
}))
await refused(begun(misled, keySite), 'invalid_client')
done('an assertion for another audience')

const used = await begun(key, keySite)
await person.go(used.url, keySite.redirect)
assert.match((await person.stays(used.url)).page, /OIDC-010/)
done('a pushed request that comes again')

const mixed = await begun(key, keySite)
const answer = await person.go(mixed.url, keySite.redirect)
const ofAnother = new URL(answer)
ofAnother.searchParams.set('iss', 'https://another.example')
await refused(client.authorizationCodeGrant(key, ofAnother, mixed.checks, undefined, { DPoP }), 'OAUTH_INVALID_RESPONSE')
await refused(client.authorizationCodeGrant(key, answer, first.checks, undefined, { DPoP }), 'OAUTH_INVALID_RESPONSE')
done('a mixed-up issuer, and a state that comes again')

const once = await client.authorizationCodeGrant(key, answer, mixed.checks, undefined, { DPoP })
await refused(client.authorizationCodeGrant(key, answer, mixed.checks, undefined, { DPoP }), 'invalid_grant')
assert.equal((await client.tokenIntrospection(key, once.access_token)).active, false)
done('a code that comes again ends what the first got')

// ---------------------------------------------------------------- a certificate

const identity = { key: readFileSync(tlsSite.key), cert: readFileSync(tlsSite.certificate) }
const tls = await configured(tlsSite,
  { id_token_signed_response_alg: 'ES256', userinfo_signed_response_alg: 'ES256', use_mtls_endpoint_aliases: true },
  client.TlsClientAuth(), identity)
const second = await signOn(tls, tlsSite, { choose: ['2', '7-3'] }, { authorization_details: JSON.stringify(wish) })
assert.deepEqual(person.pages, ['link', 'consent'], 'signed on without signing in again')
assert.equal(second.tokens.token_type, 'bearer')
assert.notEqual(second.tokens.claims().sub, claims.sub, 'each site has a subject of its own')
assert.equal(second.tokens.claims().sid, claims.sid)
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

// ---------------------------------------------------------------- keys

async function published() {
  const answer = await fetchWith({})(key.serverMetadata().jwks_uri, { method: 'GET' })
  return (await answer.json()).keys.map((each) => each.kid)
}
async function verified(tokens) {
  const set = jose.createRemoteJWKSet(new URL(key.serverMetadata().jwks_uri), { [jose.customFetch]: fetchWith({}) })
  return (await jose.jwtVerify(tokens.id_token, set, { issuer: setting.issuer, audience: tlsSite.id })).protectedHeader.kid
}
const before = await signOn(tls, tlsSite, {}, { scope: 'openid' })
await person.operator('/next-key')
const two = await published()
assert.equal(two.length, 2, 'the next key is published')
const same = await signOn(tls, tlsSite, {}, { scope: 'openid' })
assert.equal(await verified(same.tokens), await verified(before.tokens), 'and does not sign yet')
await person.operator('/compromised-key')
const [only, ...others] = await published()
assert.ok(others.length === 0 && !two.includes(only))
// Sites that know the keys of before fetch them anew.
const keyAnew = await configured(keySite, keyMetadata, client.PrivateKeyJwt(siteKey))
client.enableDecryptingResponses(keyAnew, ['A256GCM'], { key: decryption, alg: 'ECDH-ES', kid: keySite.encryptionKey.kid })
const tlsAnew = await configured(tlsSite, tls.clientMetadata(), client.TlsClientAuth(), identity)
const after = await signOn(tlsAnew, tlsSite, {}, { scope: 'openid' })
assert.equal(await verified(after.tokens), only)
await assert.rejects(verified(before.tokens), { code: 'ERR_JWKS_NO_MATCHING_KEY' })
done('the next key is published before it signs; in the place of compromised ones another signs at once')

// ---------------------------------------------------------------- single sign-on, logout

const third = await signOn(keyAnew, keySite, {}, { scope: 'openid' }, { DPoP })
assert.equal(third.tokens.refresh_token, undefined)
const silent = await signOn(tlsAnew, tlsSite, {}, { prompt: 'none', scope: 'openid' })
assert.deepEqual(person.pages, [])
assert.equal(silent.tokens.claims().sid, claims.sid)
done('single sign-on, and prompt=none')

function signOut(config, site, idToken, more = {}) {
  return client.buildEndSessionUrl(config,
    { ...(idToken && { id_token_hint: idToken }), post_logout_redirect_uri: site.postLogout, state: 'bye', ...more })
}
const kept = await person.stays(signOut(keyAnew, keySite, third.tokens.id_token), { agrees: false })
assert.deepEqual(person.pages, ['sign-out'])
assert.ok(!kept.page.includes(keySite.redirect))
await person.stays(signOut(tlsAnew, tlsSite, silent.tokens.id_token, { post_logout_redirect_uri: 'https://elsewhere.example/' }))
await client.fetchUserInfo(keyAnew, third.tokens.access_token, claims.sub, { DPoP })
done('a logout that the person does not want, and one that would lead elsewhere')

const gone = await person.go(signOut(tlsAnew, tlsSite, silent.tokens.id_token), tlsSite.postLogout)
assert.deepEqual(person.pages, [], "its file says that it need not ask with the session's own ID token")
assert.equal(gone.searchParams.get('state'), 'bye')
await until('told again after it was not taken', () => told.length === 2)
const word = await jose.jwtVerify(told[1], keys, { issuer: setting.issuer, audience: keySite.id, typ: 'logout+jwt' })
assert.equal(word.payload.sub, claims.sub)
assert.equal(word.payload.sid, claims.sid)
assert.deepEqual(word.payload.events, { 'http://schemas.openid.net/event/backchannel-logout': {} })
assert.equal(word.payload.nonce, undefined)
done('logout by a site, and back-channel logout at the other, which was down')

await refused(client.fetchUserInfo(keyAnew, third.tokens.access_token, claims.sub, { DPoP }), 'OAUTH_WWW_AUTHENTICATE_CHALLENGE')
await refused(signOn(tlsAnew, tlsSite, {}, { prompt: 'none' }), 'login_required')
done('after the logout')

const again = await signOn(keyAnew, keySite, {}, { scope: 'openid' }, { DPoP })
assert.deepEqual(person.pages, ['sign-in'])
const asked = await person.go(signOut(keyAnew, keySite, again.tokens.id_token), keySite.postLogout)
assert.deepEqual(person.pages, ['sign-out'])
assert.equal(asked.searchParams.get('state'), 'bye')
await until('told of it', () => told.length === 3)
done('logout that the person is asked about')

// ---------------------------------------------------------------- the link is taken back

const last = await signOn(keyAnew, keySite, {}, {}, { DPoP })
await person.unlink(keySite.id)
await refused(client.fetchUserInfo(keyAnew, last.tokens.access_token, claims.sub, { DPoP }), 'OAUTH_WWW_AUTHENTICATE_CHALLENGE')
await refused(client.refreshTokenGrant(keyAnew, last.tokens.refresh_token, undefined, { DPoP }), 'invalid_grant')
const anew = await signOn(keyAnew, keySite, {}, {}, { DPoP })
assert.deepEqual(person.pages, ['link'])
assert.notEqual(anew.tokens.claims().sub, claims.sub, 'another subject')
await until('told of the revoked link', () => told.length === 4)
await person.unlink(keySite.id)
await person.unlink(tlsSite.id)
done('a link that is taken back ends its tokens, and the next one has another subject')

server.close()
server.closeAllConnections()
console.log('all done')
