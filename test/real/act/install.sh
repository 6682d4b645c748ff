#!/bin/bash
# Prints the path of nektos/act, an independent implementation of the Actions runner. The first call builds it from its
# Go module at the version and the sums of this folder (about 2 minutes, 21 MB); later calls find it in the cache.
#
#   usage: ACT=$(install.sh)
#
# Cache: ${XDG_CACHE_HOME:-$HOME/.cache}/leasehold-real/act-HASH, the hash being that of go.sum. Needs bash, go, flock.
set -euo pipefail

MODULE=$(cd "$(dirname "$0")" && pwd)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/leasehold-real
OUT=$CACHE/act-$(sha256sum "$MODULE/go.sum" | cut -c1-12)

if [ ! -x "$OUT" ]; then
  command -v go > /dev/null || { echo "install.sh: go is not installed" >&2; exit 1; }
  mkdir -p "$CACHE"
  exec 9> "$CACHE/.lock-act"
  flock 9
  if [ ! -x "$OUT" ]; then
    echo "install.sh: building act, once" >&2
    cd "$MODULE"
    GOFLAGS='-mod=readonly -buildvcs=false' CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o "$OUT.new" github.com/nektos/act >&2
    mv "$OUT.new" "$OUT"
  fi
fi
echo "$OUT"
