#!/bin/sh
# Installs what a target of the Makefile needs and this machine lacks. Says what before it does. Where nothing is
# lacking it does nothing, and asks the network for nothing.
#
#   scripts/set-up.sh site|test|catalogue|ci
set -eu

swift_major=6
swift_minor=3

# A folder that stands for the machine's root when the set-up is itself tested.
root=${SET_UP_ROOT:-}

fail() {
  echo "set-up: $1" >&2
  exit 1
}

has_program() {
  command -v "$1" >/dev/null 2>&1
}

has_library() {
  has_program pkg-config && pkg-config --exists "$1"
}

# True when one of the files is there; arguments may be patterns that matched nothing.
has_file() {
  for file in "$@"; do
    [ -e "$file" ] && return 0
  done
  return 1
}

has_pip() {
  has_program python3 && python3 -m pip --version >/dev/null 2>&1
}

missing=""

# need PACKAGE CONDITION…: notes the Debian package whose absence the failing condition shows.
need() {
  package=$1
  shift
  "$@" || missing="$missing $package"
}

check_swift() {
  wanted="Swift $swift_major.$swift_minor or newer is needed: install a toolchain from swift.org and put it on the PATH"
  has_program swift || fail "$wanted"
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p' | head -n 1)
  [ -n "$version" ] || fail "'swift --version' does not answer: $wanted"
  major=${version%%.*}
  minor=${version#*.}
  [ "$major" -gt $swift_major ] || { [ "$major" -eq $swift_major ] && [ "$minor" -ge $swift_minor ]; } ||
    fail "found Swift $version; $wanted"
}

# What a Swift toolchain links with, and SwiftPM fetches packages with.
need_for_swift() {
  need g++ has_file "$root"/usr/lib/gcc/*/*/libstdc++.so "$root"/usr/lib/gcc/*/*/libstdc++.a
  need libc6-dev has_file "$root/usr/include/stdlib.h"
  need git has_program git
  need ca-certificates has_file "$root"/etc/ssl/certs/ca-certificates.crt "$root"/etc/pki/tls/certs/ca-bundle.crt
}

need_for_site() {
  need_for_swift
  need pkg-config has_program pkg-config
  need libcmark-dev has_library libcmark
  need libyaml-dev has_library yaml-0.1
}

need_for_test() {
  need_for_site
  need wasi-libc has_file "$root/usr/lib/wasm32-wasi/crt1-reactor.o"
  need binaryen has_program wasm-opt
  need nodejs has_program node
}

need_for_catalogue() {
  need_for_swift
  need python3-pip has_pip
}

install_missing() {
  has_program apt-get ||
    fail "install what these packages of Debian hold, then try again:$missing"
  as_root=""
  if [ "$(id -u)" -ne 0 ]; then
    has_program sudo || fail "run as root, or with sudo installed: apt-get install$missing"
    as_root=sudo
  fi
  echo "set-up: installing with ${as_root:+sudo }apt-get:$missing"
  # A source that does not answer matters only if a package then cannot be had.
  $as_root apt-get update -q || echo "set-up: some package lists could not be fetched" >&2
  # Unquoted: one argument for each package.
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
    -o DPkg::Lock::Timeout=300 $missing ||
    fail "could not install$missing: apt says why above; the set-up needs the network this once"
}

check_swift
case ${1:-} in
  site) need_for_site ;;
  test) need_for_test ;;
  catalogue) need_for_catalogue ;;
  ci)
    need make has_program make
    need_for_test
    ;;
  *) fail "usage: scripts/set-up.sh site|test|catalogue|ci" ;;
esac
[ -z "$missing" ] || install_missing
