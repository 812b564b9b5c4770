#!/bin/sh
# Compiles Sources/CCatalogue/facts from the published schemas of Kubernetes 1.25 to 1.37.
# Needs pip and a network the first time; running it again gives the same bytes.
set -eu
cd "$(dirname "$0")/.."
package=kubernetes-validate
version=1.37.0
folder=.build/catalogue/$version
if [ ! -d "$folder/kubernetes_validate" ]; then
  echo "downloading $package $version"
  rm -rf "$folder"
  mkdir -p "$folder"
  python3 -m pip download --quiet --no-deps --only-binary :all: --dest "$folder" "$package==$version"
  python3 -m zipfile -e "$folder"/*.whl "$folder"
fi
swift run -c debug catalogue-compiler "$folder/kubernetes_validate/kubernetes-json-schema" Sources/CCatalogue/facts
# The types of configuration files and the definitions of custom kinds come from many projects; where they are at hand,
# DRYDOCK_SHARED says so.
if [ -n "${DRYDOCK_SHARED:-}" ]; then
  swift run -c debug catalogue-compiler configuration "$DRYDOCK_SHARED/config-kinds/types.json" Sources/CCatalogue/facts
  swift run -c debug catalogue-compiler custom "$DRYDOCK_SHARED/crds" Sources/CCatalogue/facts
else
  echo "configuration files and custom kinds: left as they are, because DRYDOCK_SHARED names no folder with them"
fi
