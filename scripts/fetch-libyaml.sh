#!/bin/sh
# Puts the sources of libyaml's parser, of the version that is installed, where the WebAssembly build compiles them:
# .build/libyaml/VERSION. They come from the distribution's source package, through source lists made from the
# machine's own and kept under .build, so that nothing of the system is changed. Does nothing when they are there.
#
# Prints the folder, relative to the package.
set -eu
cd "$(dirname "$0")/.."

fail() {
  echo "libyaml: $1" >&2
  exit 1
}

version=$(pkg-config --modversion yaml-0.1) || fail "not installed: run 'scripts/set-up.sh wasm'"
folder=.build/libyaml/$version
if [ -f "$folder/complete" ]; then
  echo "$folder"
  exit 0
fi

work=$PWD/.build/libyaml/work
unpacked=$PWD/.build/libyaml/upstream-$version

# The machine's binary repositories as source repositories, in the private folder $work/lists.
make_lists() {
  for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ -f "$list" ] || continue
    sed -n 's/^[[:space:]]*deb[[:space:]]/deb-src /p' "$list" >>"$work/lists/all.list"
  done
  for list in /etc/apt/sources.list.d/*.sources; do
    [ -f "$list" ] || continue
    # `Types` says which of deb and deb-src a stanza is about; an `Enabled: no` stays.
    sed 's/^[Tt]ypes:.*/Types: deb-src/' "$list" >"$work/lists/$(basename "$list")"
  done
}

apt() {
  command="$1"
  shift
  # Root would otherwise download as user '_apt', who may not be allowed to enter the folder.
  apt-get "$command" -q -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$work/lists" \
    -o Dir::State::Lists="$work/state" -o Dir::Cache="$work/cache" -o APT::Sandbox::User="$(id -un)" "$@"
}

download() {
  command -v apt-get >/dev/null ||
    fail "without apt, unpack the sources of libyaml $version into $unpacked and try again"
  echo "libyaml: fetching the distribution's source package of libyaml $version into .build/libyaml" >&2
  rm -rf "$work"
  mkdir -p "$work/lists" "$work/state/partial" "$work/cache/archives/partial" "$work/download"
  make_lists
  package=$(dpkg-query -W -f '${source:Version}' libyaml-dev 2>/dev/null || true)
  # A repository without sources fails the update, and does not matter if another has them.
  apt update >"$work/log" 2>&1 || true
  (
    cd "$work/download"
    { [ -n "$package" ] && apt source --download-only "libyaml=$package"; } >>"$work/log" 2>&1 ||
      apt source --download-only libyaml >>"$work/log" 2>&1
  ) || {
    cat "$work/log" >&2
    fail "could not fetch the source package of libyaml $version: this needs the network once"
  }
  archive=$(find "$work/download" -name "libyaml_$version.orig.tar.*" ! -name '*.asc')
  [ -n "$archive" ] || fail "the distribution has other sources than those of the installed libyaml $version"
  rm -rf "$unpacked.part"
  mkdir -p "$unpacked.part"
  tar -xf "$archive" -C "$unpacked.part" --strip-components=1
  mv "$unpacked.part" "$unpacked"
  rm -rf "$work"
}

[ -f "$unpacked/src/parser.c" ] || download

rm -rf "$folder"
mkdir -p "$folder/include"
for file in api.c reader.c scanner.c parser.c yaml_private.h; do
  cp "$unpacked/src/$file" "$folder/"
done
cp "$unpacked/include/yaml.h" "$folder/include/"
major=${version%%.*}
rest=${version#*.}
cat >"$folder/config.h" <<END
#define YAML_VERSION_MAJOR $major
#define YAML_VERSION_MINOR ${rest%%.*}
#define YAML_VERSION_PATCH ${rest#*.}
#define YAML_VERSION_STRING "$version"
END
touch "$folder/complete"
echo "$folder"
