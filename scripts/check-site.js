// Checks a built site as a reader meets it: opened from disk, offline.
//
//   node scripts/check-site.js FOLDER
//
// Every internal link and anchor resolves; every path is relative; nothing is requested from elsewhere; every page
// forbids, by its Content-Security-Policy, what it does not need; no page knows the folder it was built in.
'use strict'
const crypto = require('crypto')
const fs = require('fs')
const path = require('path')

const site = path.resolve(process.argv[2] || 'site')
const complaints = []

/** Files under a folder, relative to it, in order. */
function files(folder, prefix) {
  return fs.readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .reduce((found, entry) => {
      const name = prefix + entry.name
      return found.concat(entry.isDirectory() ? files(path.join(folder, entry.name), `${name}/`) : [name])
    }, [])
}

const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** Text of an attribute without character references. */
function decoded(text) {
  return text.replace(/&(#x[0-9a-f]+|#[0-9]+|[a-z]+);/gi, (whole, name) => {
    if (name[0] !== '#') return named[name] || whole
    return String.fromCodePoint(/^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10))
  })
}

/** The start tags of a page: `{ name, attributes, line, text }`; `text` is what a style or script element holds. */
function tags(html) {
  const found = []
  const value = /(?:"[^"]*"|'[^']*'|[^\s"'>]+)/.source
  const attributes = `((?:\\s+|/(?!>)|[^\\s"'>/=]+(?:\\s*=\\s*${value})?)*)`
  const pattern = new RegExp(`<!--[\\s\\S]*?-->|<([a-zA-Z][^\\s/>]*)${attributes}\\s*/?>`, 'g')
  let match
  while ((match = pattern.exec(html)) !== null) {
    if (match[1] === undefined) continue
    const line = html.slice(0, match.index).split('\n').length
    const tag = { name: match[1].toLowerCase(), attributes: {}, line, text: '' }
    const attribute = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g
    let pair
    while ((pair = attribute.exec(match[2])) !== null) {
      const value = [pair[2], pair[3], pair[4], ''].find(v => v !== undefined)
      tag.attributes[pair[1].toLowerCase()] = decoded(value)
    }
    if (tag.name === 'script' || tag.name === 'style') {
      const end = html.toLowerCase().indexOf(`</${tag.name}`, pattern.lastIndex)
      tag.text = html.slice(pattern.lastIndex, end < 0 ? html.length : end)
      pattern.lastIndex = end < 0 ? html.length : end
    }
    found.push(tag)
  }
  return found
}

const resources = {
  script: ['src'], img: ['src', 'srcset'], source: ['src', 'srcset'], iframe: ['src'], video: ['src', 'poster'],
  audio: ['src'], track: ['src'], embed: ['src'], object: ['data'], input: ['src'], form: ['action'], use: ['href'],
  image: ['href'], base: ['href'],
}
/** Kinds of `<link>` that a browser follows only when asked to. */
const quietLinks = ['canonical', 'alternate', 'license', 'author', 'next', 'prev', 'up', 'search', 'help']

/** The references of a tag: `{ target, isRequest }`; a request is made without the reader's doing. */
function references(tag) {
  if (tag.name === 'a' || tag.name === 'area') {
    return 'href' in tag.attributes ? [{ target: tag.attributes.href, isRequest: false }] : []
  }
  if (tag.name === 'link') {
    const kinds = (tag.attributes.rel || '').toLowerCase().split(/\s+/)
    return [{ target: tag.attributes.href || '', isRequest: !kinds.every(kind => quietLinks.includes(kind)) }]
  }
  return (resources[tag.name] || []).filter(name => name in tag.attributes).reduce((all, name) => {
    const value = tag.attributes[name]
    const targets = name === 'srcset' ? value.split(',').map(part => part.trim().split(/\s+/)[0]) : [value]
    return all.concat(targets.map(target => ({ target, isRequest: true })))
  }, [])
}

/** The references of a style sheet. */
function styleReferences(css) {
  const found = []
  const pattern = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/g
  let match
  while ((match = pattern.exec(css.replace(/\/\*[\s\S]*?\*\//g, ''))) !== null) {
    found.push({ target: match.slice(1).find(group => group !== undefined), isRequest: true })
  }
  return found
}

/** Complains of a page without a Content-Security-Policy, with a weak one, or with what its own policy forbids. */
function checkPolicy(page, found) {
  const isPolicy = tag => /^content-security-policy$/i.test(tag.attributes['http-equiv'] || '')
  const policy = found.find(tag => tag.name === 'meta' && isPolicy(tag))
  if (policy === undefined) {
    complaints.push(`${page}: no Content-Security-Policy`)
    return
  }
  const content = policy.attributes.content || ''
  if (/'unsafe-(inline|eval)'/.test(content)) {
    complaints.push(`${page}:${policy.line}: the policy allows 'unsafe-inline' or 'unsafe-eval'`)
  }
  for (const tag of found) {
    const where = `${page}:${tag.line}`
    const isData = /json/.test(tag.attributes.type || '')
    if (tag.name === 'style' || (tag.name === 'script' && !('src' in tag.attributes) && !isData)) {
      const digest = crypto.createHash('sha256').update(tag.text).digest('base64')
      if (!content.includes(`'sha256-${digest}'`)) {
        complaints.push(`${where}: a ${tag.name} in the page, which the policy forbids`)
      }
    }
    for (const name of Object.keys(tag.attributes)) {
      if (name === 'style' || name.startsWith('on')) {
        complaints.push(`${where}: an attribute '${name}', which the policy forbids`)
      }
    }
  }
}

if (!fs.existsSync(path.join(site, 'index.html'))) {
  console.error(`check-site: ${site} has no index.html`)
  process.exit(1)
}

const all = files(site, '')
const exists = new Set(all)
const pages = all.filter(name => name.endsWith('.html'))
const anchors = new Map()
const toCheck = []

for (const page of pages) {
  const html = fs.readFileSync(path.join(site, page), 'utf8')
  const found = tags(html)
  const ids = new Set()
  for (const tag of found) {
    const id = tag.attributes.id
    if (id === undefined) continue
    if (ids.has(id)) complaints.push(`${page}:${tag.line}: two elements have the id '${id}'`)
    ids.add(id)
  }
  anchors.set(page, ids)
  for (const tag of found) {
    const where = `${page}:${tag.line}`
    for (const reference of references(tag)) toCheck.push({ from: page, where, ...reference })
  }
  checkPolicy(page, found)
  if (html.includes(path.dirname(site))) complaints.push(`${page}: names the folder it was built in`)
}

for (const sheet of all.filter(name => name.endsWith('.css'))) {
  const css = fs.readFileSync(path.join(site, sheet), 'utf8')
  for (const reference of styleReferences(css)) toCheck.push({ from: sheet, where: sheet, ...reference })
}

for (const { from, where, target, isRequest } of toCheck) {
  if (/^(data|blob):/i.test(target)) continue
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
    if (isRequest) complaints.push(`${where}: requests ${target}`)
    if (/^(file|javascript):/i.test(target)) complaints.push(`${where}: links to ${target}`)
    continue
  }
  if (target.startsWith('/')) {
    complaints.push(`${where}: ${target} is not relative`)
    continue
  }
  const [beforeAnchor, anchor] = target.split('#')
  let file, id
  try {
    file = decodeURIComponent(beforeAnchor.split('?')[0])
    id = decodeURIComponent(anchor || '')
  } catch (error) {
    complaints.push(`${where}: ${target} is not an address`)
    continue
  }
  const to = file === '' ? from : path.posix.join(path.posix.dirname(from), file)
  if (to.startsWith('../')) {
    complaints.push(`${where}: ${target} leaves the site`)
  } else if (!exists.has(to)) {
    // A folder is no page when it is opened from disk.
    complaints.push(`${where}: ${target} does not exist`)
  } else if (id !== '' && to.endsWith('.html') && id !== 'top' && !anchors.get(to).has(id)) {
    complaints.push(`${where}: ${to} has no '#${id}'`)
  }
}

for (const complaint of complaints) console.error(`check-site: ${complaint}`)
console.log(`check-site: ${pages.length} pages, ${toCheck.length} references, ${complaints.length} complaints`)
process.exit(complaints.length === 0 ? 0 : 1)
