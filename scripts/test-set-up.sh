#!/bin/sh
# Tests scripts/set-up.sh on machines that are made up: a folder of pretended programs as the whole PATH, and a folder
# that stands for the root. Changes nothing outside a temporary folder.
set -eu
cd "$(dirname "$0")/.."
set_up=$PWD/scripts/set-up.sh

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# A program that notes how it was called, then does what the script says.
pretend() {
  printf '#!/bin/sh\necho "%s $*" >>"%s/calls"\n%s\n' "$1" "$work" "${2:-exit 0}" >"$work/bin/$1"
  chmod +x "$work/bin/$1"
}

# Whole of a machine: everything that the set-up looks for, user root.
machine() {
  rm -rf "$work/bin" "$work/root" "$work/calls"
  mkdir -p "$work/bin" "$work/root"
  : >"$work/calls"
  for program in sh sed head env; do
    ln -s "$(command -v $program)" "$work/bin/$program"
  done
  pretend swift 'echo "Swift version 6.3.1 (swift-6.3.1-RELEASE)"'
  pretend id 'echo 0'
  for program in git make pkg-config wasm-opt node python3 apt-get; do
    pretend $program
  done
  for file in usr/lib/gcc/x86_64-linux-gnu/12/libstdc++.so usr/include/stdlib.h \
    etc/ssl/certs/ca-certificates.crt usr/lib/wasm32-wasi/crt1-reactor.o; do
    mkdir -p "$work/root/$(dirname $file)"
    : >"$work/root/$file"
  done
}

# run TARGET: leaves the exit status in $status, both streams in $said, the calls of apt-get and sudo in $installed.
run() {
  status=0
  said=$(PATH="$work/bin" SET_UP_ROOT="$work/root" "$work/bin/sh" "$set_up" "$1" 2>&1) || status=$?
  installed=$(grep -E '^(apt-get|sudo)' "$work/calls" || true)
}

# expect WHAT ACTUAL EXPECTED
expect() {
  [ "$2" = "$3" ] && return 0
  printf 'test-set-up: %s\n  expected: %s\n  was:      %s\n' "$1" "$3" "$2" >&2
  failures=$((failures + 1))
}

install="apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=300"

for target in site test catalogue ci; do
  machine
  run $target
  expect "nothing lacks: $target says nothing, and installs nothing" "$status|$said|$installed" "0||"
done

machine
pretend pkg-config 'exit 1'
run site
expect "libraries lack: they are installed" "$status|$said|$installed" \
  "0|set-up: installing with apt-get: libcmark-dev libyaml-dev|apt-get update -q
$install libcmark-dev libyaml-dev"

machine
rm -r "$work/root/usr" "$work/root/etc"
for program in git pkg-config wasm-opt node make; do rm "$work/bin/$program"; done
run ci
expect "a bare machine: all is installed" "$status|$said" \
  "0|set-up: installing with apt-get: make g++ libc6-dev git ca-certificates pkg-config libcmark-dev libyaml-dev \
wasi-libc binaryen nodejs"

machine
rm "$work/bin/wasm-opt" "$work/bin/node"
run site
expect "the site needs no WebAssembly tools" "$status|$said|$installed" "0||"

machine
rm "$work/bin/git"
pretend id 'echo 1000'
pretend sudo 'exec "$@"'
run site
expect "not root: through sudo" "$status|$said|$installed" \
  "0|set-up: installing with sudo apt-get: git|sudo apt-get update -q
apt-get update -q
sudo env DEBIAN_FRONTEND=noninteractive $install git
$install git"

machine
rm "$work/bin/git"
pretend id 'echo 1000'
run site
expect "neither root nor sudo: says what to do" "$status|$said|$installed" \
  "1|set-up: run as root, or with sudo installed: apt-get install git|"

machine
rm "$work/bin/git" "$work/bin/apt-get"
run site
expect "no apt: says what to install" "$status|$said" \
  "1|set-up: install what these packages of Debian hold, then try again: git"

machine
rm "$work/bin/git"
pretend apt-get 'exit 100'
run site
expect "no network: says so" "$status|$said" \
  "1|set-up: installing with apt-get: git
set-up: some package lists could not be fetched
set-up: could not install git: apt says why above; the set-up needs the network this once"

wanted="Swift 6.3 or newer is needed: install a toolchain from swift.org and put it on the PATH"

machine
rm "$work/bin/swift"
run site
expect "no Swift" "$status|$said|$installed" "1|set-up: $wanted|"

machine
pretend swift 'exit 127'
run site
expect "a Swift that does not run" "$status|$said|$installed" "1|set-up: 'swift --version' does not answer: $wanted|"

for version in 5.10.1 6.2; do
  machine
  pretend swift "echo 'Swift version $version (swift-$version-RELEASE)'"
  run site
  short=$(echo $version | sed 's/^\([0-9]*\.[0-9]*\).*/\1/')
  expect "Swift $version is too old" "$status|$said|$installed" "1|set-up: found Swift $short; $wanted|"
done

for version in 6.3 6.10.2 7.0-dev; do
  machine
  pretend swift "echo 'Apple Swift version $version (…)'"
  run site
  expect "Swift $version is new enough" "$status|$said|$installed" "0||"
done

machine
run nonsense
expect "an unknown target" "$status|$said" "1|set-up: usage: scripts/set-up.sh site|test|catalogue|ci"

[ "$failures" -eq 0 ] || exit 1
echo "test-set-up: passed"
