#!/bin/sh
# Builds the core as one WebAssembly module: .build/wasm/checker.wasm. Fails when it is over its size.
set -eu
cd "$(dirname "$0")/.."

# What a page may cost a reader on a slow line, in bytes.
# The aim is 400 KiB compressed. Complete validation has passed it far: rules of all kinds and their words, expressions in
# CEL, the definitions of custom resources and configuration files. Three quarters are code of rules. Until they are told
# in less, or as modules that a page loads when it needs them, these keep what was reached.
raw_limit=3700000
gzip_limit=1400000

fail() {
  echo "wasm: $1" >&2
  exit 1
}

out=.build/wasm
triple=wasm32-unknown-none-wasm
resources=$(swiftc -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
tables=$resources/embedded/$triple/libswiftUnicodeDataTables.a
[ -f "$tables" ] || fail "this Swift toolchain has no Embedded Swift for WebAssembly: install one from swift.org"

LIBYAML_SOURCES=$(scripts/fetch-libyaml.sh)
export LIBYAML_SOURCES

# Its own scratch folder: the native build keeps its state, and its products the same names.
swift build -c release --product CheckerWasm --scratch-path .build/wasm-build \
  --triple $triple --toolset scripts/wasm-toolset.json -Xlinker "$tables" -Xlinker -lc

mkdir -p $out
wasm-opt -Oz --enable-bulk-memory --enable-sign-ext --enable-nontrapping-float-to-int --enable-mutable-globals \
  .build/wasm-build/$triple/release/CheckerWasm.wasm -o $out/checker.part.wasm
mv $out/checker.part.wasm $out/checker.wasm

raw=$(wc -c <$out/checker.wasm)
gzip=$(gzip -9 -n -c $out/checker.wasm | wc -c)
echo "wasm: $out/checker.wasm: $raw bytes, $gzip with gzip (limits $raw_limit and $gzip_limit)"
[ "$raw" -le $raw_limit ] && [ "$gzip" -le $gzip_limit ] ||
  fail "the module is over its size: see CONTRIBUTING.md, 'The module for the page'"
