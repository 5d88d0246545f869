// A real OpenID provider (npm oidc-provider) that looks as Microsoft Entra ID does from outside: one server with TLS, an issuer for
// each tenant by path, person claims tid and oid. Started by OpenIdProvider.cs with its settings as JSON in the first argument.
// POST /control changes how it behaves from then on; POST /control/token signs any token asked for.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:https'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const settings = JSON.parse(process.argv[2])
const require = createRequire(join(settings.packages, 'package.json'))
const load = async (name) => import(pathToFileURL(require.resolve(name)))
const { Provider } = await load('oidc-provider')
const { SignJWT, exportJWK, generateKeyPair, importJWK } = await load('jose')

/** How it behaves: what is said of groups and app roles, who signs in without a page, what is wrong with the next ID tokens, whether it answers at all. */
const control = { login: null, fault: null, down: false, authenticatedBefore: 0, membership: {} }
let key
let origin
const providers = new Map()

async function newKey() {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const kid = `key-${Math.random().toString(36).slice(2)}`
  key = { ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' }
}

async function sign(claims, by = key) {
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: by.kid, typ: 'JWT' }).sign(await importJWK(by, 'RS256'))
}

/** An ID token with one thing wrong, signed by the true key where the signature is not what is wrong. */
async function spoil(idToken, fault) {
  const [header, payload, signature] = idToken.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url'))
  const now = Math.floor(Date.now() / 1000)
  switch (fault) {
    case 'tampered':
      return [header, Buffer.from(JSON.stringify({ ...claims, oid: settings.victim })).toString('base64url'), signature].join('.')
    case 'unsigned':
      return [Buffer.from('{"alg":"none"}').toString('base64url'), payload, ''].join('.')
    case 'another-key': {
      const { privateKey } = await generateKeyPair('RS256', { extractable: true })
      return sign(claims, { ...(await exportJWK(privateKey)), kid: key.kid })
    }
    case 'nonce': return sign({ ...claims, nonce: 'another' })
    case 'audience': return sign({ ...claims, aud: 'another-application' })
    case 'issuer': return sign({ ...claims, iss: claims.iss.replace(claims.tid, settings.stranger) })
    case 'tenant': return sign({ ...claims, tid: settings.stranger })
    case 'expired': return sign({ ...claims, iat: now - 7200, exp: now - settings.skew - 30 })
    case 'expired-within-skew': return sign({ ...claims, iat: now - 7200, exp: now - 5 })
    case 'not-yet': return sign({ ...claims, nbf: now + settings.skew + 60 })
    case 'old-time': return sign({ ...claims, auth_time: now - 3600 })
    case 'no-time': return sign({ ...claims, auth_time: undefined })
    default: throw new Error(`There is no fault ${fault}.`)
  }
}

function providerOf(tenant, index) {
  const provider = new Provider(`${origin}/${tenant}/v2.0`, {
    clients: settings.clients,
    jwks: { keys: [key] },
    claims: { openid: ['sub', 'tid', 'oid', 'name', 'email', 'auth_time', 'idp', 'groups', 'roles', 'hasgroups'] },
    conformIdTokenClaims: false,
    scopes: ['openid', 'profile', 'email'],
    cookies: {
      keys: ['of the tests'],
      names: { session: `session-${index}`, interaction: `interaction-${index}`, resume: `resume-${index}` }
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true },
      resourceIndicators: { enabled: false }
    },
    pkce: { required: () => true },
    findAccount: (_, id) => {
      const known = settings.people.find((each) => each.oid === id)
      return { accountId: id, claims: async () => ({ sub: `${tenant}-${id}`, tid: tenant, oid: id, name: known?.name, email: known?.email, idp: known?.idp ?? undefined, ...control.membership }) }
    },
    interactions: { url: (_, interaction) => `/${tenant}/v2.0/interaction/${interaction.uid}` },
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    }
  })
  provider.use(async (ctx, next) => {
    await next()
    if (control.fault && ctx.path.endsWith('/token') && ctx.body?.id_token) {
      ctx.body.id_token = await spoil(ctx.body.id_token, control.fault)
    }
  })
  return provider
}

function open() {
  settings.tenants.forEach((tenant, index) => providers.set(tenant, providerOf(tenant, index)))
}

async function bodyOf(request) {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

function answer(response, value) {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(value))
}

async function interact(provider, request, response) {
  const finish = (result) => provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
  const login = (oid) => finish({ login: { accountId: oid, ts: Math.floor(Date.now() / 1000) - control.authenticatedBefore } })
  if (request.method === 'POST') {
    const oid = new URLSearchParams(await bodyOf(request)).get('oid')
    return oid ? login(oid) : finish({ error: 'access_denied' })
  }
  if (control.login === 'refuses') return finish({ error: 'access_denied' })
  if (control.login) return login(control.login)
  const people = settings.people.map((each) => `<p><button name="oid" value="${each.oid}">${each.name}</button></p>`).join('')
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(`<!DOCTYPE html><html lang="en"><title>Sign in</title><h1>Who are you?</h1><form method="post">${people}<button name="oid" value="">Refuse</button></form>`)
}

async function handle(request, response) {
  const { pathname } = new URL(request.url, origin)
  if (pathname === '/control') {
    Object.assign(control, JSON.parse(await bodyOf(request)))
    return answer(response, control)
  }
  if (pathname === '/control/rotate') {
    await newKey()
    open()
    return answer(response, { kid: key.kid })
  }
  if (pathname === '/control/token') return answer(response, { token: await sign(JSON.parse(await bodyOf(request))) })
  if (control.down) return request.socket.destroy()
  if (pathname === '/organizations/v2.0/.well-known/openid-configuration') {
    return answer(response, { issuer: `${origin}/organizations/v2.0`, jwks_uri: `${origin}/${settings.tenants[0]}/v2.0/jwks` })
  }
  const [, tenant] = pathname.split('/')
  const provider = providers.get(tenant)
  if (!provider) {
    response.statusCode = 404
    return response.end()
  }
  const prefix = `/${tenant}/v2.0`
  request.originalUrl = request.url
  request.url = request.url.slice(prefix.length)
  if (pathname.startsWith(`${prefix}/interaction/`)) return interact(provider, request, response)
  return provider.callback()(request, response)
}

await newKey()
const server = createServer({ cert: readFileSync(settings.certificate), key: readFileSync(settings.key) }, (request, response) => {
  handle(request, response).catch((failure) => {
    console.error(failure)
    response.statusCode = 500
    response.end()
  })
})
server.listen(0, '127.0.0.1', () => {
  origin = `https://localhost:${server.address().port}`
  open()
  console.log(`Ready at ${origin}`)
})
