// Same answer in the page: gives each request file to the WebAssembly module and to the native program, and compares
// the answers byte for byte.
//
//   node scripts/wasm-smoke.js MODULE PROGRAM FILE…
//
// The name of a file says what is asked: check-*.yaml goes to `drydock_check`, grade-*.yaml to `drydock_grade`, as it
// stands. Written for the oldest node of the distributions that we support (12).
'use strict'
const { execFileSync } = require('child_process')
const fs = require('fs')
const path = require('path')

const [modulePath, program, ...files] = process.argv.slice(2)
if (program === undefined) {
  console.error('usage: node scripts/wasm-smoke.js MODULE PROGRAM FILE…')
  process.exit(2)
}
if (files.length === 0) {
  console.error('wasm-smoke: no request files, so nothing would be compared')
  process.exit(1)
}

/** The module's answer to a request, both as bytes. A fresh instance for each, as the page makes after a trap. */
function answerOfModule(module, name, request) {
  const drydock = new WebAssembly.Instance(module, {}).exports
  drydock._initialize()
  const at = drydock.drydock_alloc(request.length)
  new Uint8Array(drydock.memory.buffer, at >>> 0, request.length).set(request)
  const block = drydock[`drydock_${name}`](at, request.length) >>> 0
  const length = new DataView(drydock.memory.buffer).getUint32(block, true)
  const answer = Buffer.from(new Uint8Array(drydock.memory.buffer, block + 4, length))
  drydock.drydock_free(at)
  drydock.drydock_free(block)
  return answer
}

/** What differs between two answers that are not equal: the first place, with some text around it. */
function difference(native, wasm) {
  let place = 0
  while (place < native.length && native[place] === wasm[place]) place += 1
  const around = answer => JSON.stringify(answer.slice(Math.max(0, place - 40), place + 40).toString())
  return `at byte ${place}\n    native: ${around(native)}\n    wasm:   ${around(wasm)}`
}

/** Why the file fails, or null. */
function failure(module, file) {
  const name = path.basename(file).split('-')[0]
  if (name !== 'check' && name !== 'grade') return 'its name starts with neither check- nor grade-'
  const request = fs.readFileSync(file)
  let native, wasm
  try {
    native = execFileSync(program, [name], { input: request, maxBuffer: 1 << 28 })
  } catch (error) {
    return `the program failed: ${error.message}`
  }
  try {
    wasm = answerOfModule(module, name, request)
  } catch (error) {
    return `the module failed: ${error.message}`
  }
  if (!native.equals(wasm)) return `the answers differ ${difference(native, wasm)}`
  try {
    JSON.parse(wasm.toString())
  } catch (error) {
    return `the answer is not JSON: ${error.message}`
  }
  return null
}

const module_ = new WebAssembly.Module(fs.readFileSync(modulePath))
const imports = WebAssembly.Module.imports(module_)
let failures = 0
if (imports.length > 0) {
  console.error(`wasm-smoke: the module imports ${imports.map(i => `${i.module}.${i.name}`).join(', ')}`)
  failures += 1
}
for (const file of files) {
  const why = failure(module_, file)
  if (why === null) continue
  console.error(`wasm-smoke: ${file}: ${why}`)
  failures += 1
}
console.log(`wasm-smoke: ${files.length} requests, ${failures === 0 ? 'the same answers' : `${failures} failures`}`)
process.exit(failures === 0 ? 0 : 1)
