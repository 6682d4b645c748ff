#!/bin/bash
# Stops what up.sh started in DIR by the pids that it kept, and deletes DIR. Succeeds when all is gone already.
#
#   usage: down.sh DIR [keep]      keep: the folder with its logs stays
set -u

DIR=${1:?usage: down.sh DIR [keep]}
[ -e "$DIR/.leasehold-real" ] || exit 0

# Nothing is asked to stop politely: the store is in memory, and nobody will read it again.
for name in rgw osd mon; do
  pid=$(cat "$DIR/run/$name.pid.sh" 2> /dev/null) || continue
  kill -9 "$pid" 2> /dev/null
  rm -f "$DIR/run/$name.pid.sh"
done
[ "${2:-}" = keep ] || rm -rf "$DIR"
exit 0
