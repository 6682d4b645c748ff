#!/bin/bash
# Starts a real, independent STS + IAM + S3 on loopback: Ceph with one monitor, one object store in memory, one gateway.
#
#   usage: up.sh DIR      (ends with `export` lines on stdout; progress goes to stderr)
#
#   DIR       scratch folder, deleted and made anew; only an empty one or one of an earlier call is touched
#   RGW_PORT  port of STS, IAM and S3 together (default 17480)
#   MON_PORT  port of the monitor (default 17300)
#   ACCOUNT   number of the account (default 111122223333); the server calls it a tenant
#
# Needs root, bash 5, curl, openssl and the Debian packages radosgw ceph-mon ceph-osd ceph-common, installed
# with --no-install-recommends. Stop it with down.sh DIR.
set -euo pipefail

DIR=${1:?usage: up.sh DIR}
RGW_PORT=${RGW_PORT:-17480}
MON_PORT=${MON_PORT:-17300}
ACCOUNT=${ACCOUNT:-111122223333}
ADMIN_KEY=$(openssl rand -hex 10)
ADMIN_SECRET=$(openssl rand -hex 20)

die() {
  echo "up.sh: $*" >&2
  exit 1
}

[ ! -e "$DIR" ] || [ -e "$DIR/.leasehold-real" ] || [ -z "$(ls -A "$DIR")" ] || die "$DIR holds files that this script did not make"
for port in "$RGW_PORT" "$MON_PORT"; do
  ! (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null || die "port $port of 127.0.0.1 is taken"
done
rm -rf "$DIR"
mkdir -p "$DIR"/{mon,osd,rgw,log,run}
touch "$DIR/.leasehold-real"
DIR=$(cd "$DIR" && pwd)

# What the less obvious settings are for:
#   auth * = none, ms mon client mode = crc   no keyrings; without crc the gateway asks for secure mode and hangs for ever
#   paxos *, pg num 1                         start-up in 1 s instead of 12 s
#   rgw sts key                               exactly 16 characters
#   rgw s3 auth use sts                       S3 accepts session credentials
#   rgw dns name                              equal to the host in the URL; any other name is read as a bucket
cat > "$DIR/ceph.conf" << C
[global]
fsid = $(cat /proc/sys/kernel/random/uuid)
mon host = [v2:127.0.0.1:$MON_PORT/0]
auth cluster required = none
auth service required = none
auth client required = none
auth_allow_insecure_global_id_reclaim = false
ms mon client mode = crc
ms bind ipv6 = false
public addr = 127.0.0.1
cluster addr = 127.0.0.1
run dir = $DIR/run
admin socket = $DIR/run/\$name.\$pid.asok
log file = $DIR/log/\$name.log
pid file = $DIR/run/\$name.pid
paxos propose interval = 0.02
paxos min wait = 0.01
mon allow pool size one = true
mon_warn_on_pool_no_redundancy = false
mon data avail warn = 1
mon max pg per osd = 1000
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
osd class load list = *
osd class default list = *
[mon.a]
mon data = $DIR/mon
[osd.0]
osd data = $DIR/osd
osd objectstore = memstore
memstore_device_bytes = 1073741824
[client.rgw]
rgw data = $DIR/rgw
rgw frontends = beast endpoint=127.0.0.1:$RGW_PORT
rgw dns name = 127.0.0.1
rgw sts key = $(openssl rand -hex 8)
rgw s3 auth use sts = true
rgw thread pool size = 64
debug rgw = 1
C
export CEPH_CONF=$DIR/ceph.conf

# A daemon in the background that holds none of the caller's pipes; its pid is kept for down.sh.
start() {
  local name=$1
  shift
  setsid "$@" -f --setuser root --setgroup root > "$DIR/log/$name.out" 2>&1 < /dev/null &
  echo $! > "$DIR/run/$name.pid.sh"
}

wait_for() {
  local name=$1 i
  shift
  for ((i = 0; i < 600; i++)); do
    "$@" && return 0
    kill -0 "$(cat "$DIR/run/$name.pid.sh")" 2> /dev/null || break
    sleep 0.1
  done
  tail -n 20 "$DIR/log/$name.out" >&2
  die "$name did not come up, see $DIR/log"
}

# There is no manager, and without one some ceph commands wait for ever: hence the time-outs.
mon_answers() { timeout 5 ceph mon stat > /dev/null 2>&1; }
osd_is_up() { timeout 5 ceph osd stat 2> /dev/null | grep -q '1 up'; }
rgw_answers() { curl -s -o /dev/null --max-time 2 "http://127.0.0.1:$RGW_PORT/"; }

monmaptool --create --fsid "$(sed -n 's/^fsid = //p' "$CEPH_CONF")" --addv a "[v2:127.0.0.1:$MON_PORT]" "$DIR/monmap" > /dev/null
ceph-mon -i a --mkfs --monmap "$DIR/monmap" > "$DIR/log/mkfs.out" 2>&1
start mon ceph-mon -i a
wait_for mon mon_answers

# The object store carries the uuid that the monitor knows it by.
OSD=$(cat /proc/sys/kernel/random/uuid)
timeout 20 ceph osd new "$OSD" > /dev/null
ceph-osd -i 0 --mkfs --osd-uuid "$OSD" > "$DIR/log/mkfs.out" 2>&1
start osd ceph-osd -i 0
wait_for osd osd_is_up

start rgw radosgw -n client.rgw
wait_for rgw rgw_answers

# Who signs the IAM calls that set the tests up.
timeout 60 radosgw-admin user create --tenant="$ACCOUNT" --uid=admin --display-name=admin \
  --access-key="$ADMIN_KEY" --secret-key="$ADMIN_SECRET" --caps='oidc-provider=*;roles=*;user-policy=*;users=*' > "$DIR/log/admin.out" 2>&1 || die "no administrator, see $DIR/log/admin.out"
echo "up.sh: STS, IAM and S3 on http://127.0.0.1:$RGW_PORT" >&2
cat << E
export CEPH_CONF=$CEPH_CONF
export AWS_ENDPOINT_URL=http://127.0.0.1:$RGW_PORT
export AWS_ACCESS_KEY_ID=$ADMIN_KEY
export AWS_SECRET_ACCESS_KEY=$ADMIN_SECRET
E
