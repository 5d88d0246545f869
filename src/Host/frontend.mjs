// Brings the pages' packages from npm and lays what the browser needs into wwwroot/lib. Run by the build (Host.csproj).
// Several builds may run it at once: the first takes the lock, the others find the work done.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createHash } from 'node:crypto'

const here = dirname(fileURLToPath(import.meta.url))
const at = (...parts) => join(here, ...parts)
const lib = at('wwwroot', 'lib')
const stamp = join(lib, '.made-from')
const lock = at('obj', 'frontend.lock')

/** What the result depends on: the packages asked for and this script. */
function madeFrom() {
  const hash = createHash('sha256')
  for (const file of ['package.json', 'package-lock.json', 'frontend.mjs']) {
    hash.update(readFileSync(at(file)))
  }
  return hash.digest('hex')
}

function withLock(work) {
  mkdirSync(at('obj'), { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      // A build that was killed leaves its lock behind; five minutes is more than any fetch takes.
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0)
      if (age > 300_000) rmSync(lock, { recursive: true, force: true })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    }
  }
  try {
    work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function fetchPackages() {
  const wanted = Object.entries(JSON.parse(readFileSync(at('package-lock.json'))).packages).filter(([path]) => path)
  const isThere = ([path, { version }]) => existsSync(at(path, 'package.json'))
    && JSON.parse(readFileSync(at(path, 'package.json'))).version === version
  if (existsSync(at('node_modules', '.package-lock.json')) && wanted.every(isThere)) return
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: here,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32'
  })
}

/** The stylesheet without what only gov.uk may use: its typeface and its crest. */
function stylesheet(css) {
  const made = css
    .replace(/\/\*![\s\S]*?\*\//g, '')
    .replace(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,arial,sans-serif', 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif')
    .replace(/[a-z-]+:url\(\/assets\/images\/govuk-crest\.svg\);?/g, '')
    .replace(/\/\*# sourceMappingURL=.*?\*\//g, '')
  for (const left of ['GDS Transport', 'crest.svg', 'url(']) {
    if (made.includes(left)) throw new Error(`The stylesheet still names "${left}"; frontend.mjs must follow the new release.`)
  }
  return made
}

/** Of the designer's package: what no page of ours asks for. */
const unused = /\.(gz|map|map\.br)$|^(index\.html|package\.json)$|Radzen\.Blazor\/css\/(?!material-base\.css)|Shell\/img\/login_/

/** The designer as its package has it, without its sources' maps, other themes, and what is there compressed as well. */
function designer() {
  const source = at('node_modules', '@elsa-workflows', 'elsa-studio-wasm')
  const target = join(lib, 'studio')
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(source, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  const all = new Set(files)
  for (const file of files.filter((each) => !unused.test(each) && !all.has(each + '.br'))) {
    cpSync(join(source, file), join(target, file))
  }
}

withLock(() => {
  const from = madeFrom()
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== from) {
    fetchPackages()
    const source = at('node_modules', 'govuk-frontend', 'dist', 'govuk')
    rmSync(lib, { recursive: true, force: true })
    mkdirSync(lib, { recursive: true })
    writeFileSync(join(lib, 'govuk-frontend.min.css'), stylesheet(readFileSync(join(source, 'govuk-frontend.min.css'), 'utf8')))
    cpSync(join(source, 'govuk-frontend.min.js'), join(lib, 'govuk-frontend.min.js'))
    designer()
    writeFileSync(stamp, from)
  }
  const now = new Date()
  utimesSync(stamp, now, now)
})
